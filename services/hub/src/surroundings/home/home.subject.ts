import { anybody } from '../../access/people/screens.ts';
import { json, problems } from '../../http/responses.ts';
import { columnsSubject } from '../columns/columns.subject.ts';
import { obligationsSubject } from '../obligations/obligations.subject.ts';
import { surrounding } from '../surrounding.ts';
import { HomeController } from './home.controller.ts';
import { HomeDesk } from './home.desk.ts';
import { HomeFinds } from './home.finds.ts';
import { home, type Home } from './home.view.ts';

const example: Home = {
  begin: [{ label: '写一份通知', look: 'primary', to: { at: 'write', id: null } }],
  sections: [
    {
      key: 'returned',
      title: '退回给我的',
      nothing: '没有退回的稿件',
      items: [
        {
          key: '7K3QZP4M',
          title: '关于停水的通知',
          words: '一审退回（reviewer）：缺停水时间',
          since: '2026-11-23T02:00:00.000Z',
          tone: 'soon',
          to: { at: 'publication', id: '7K3QZP4M' },
        },
      ],
      total: 1,
      more: null,
    },
  ],
  lights: [{ of: 'column', name: '通知公告', shows: 'yellow', words: '130 天没有更新；要求 180 天内更新' }],
  badges: [{ screen: 'list', count: 1 }],
  waiting: 1,
};

export const homeSubject = surrounding({
  name: 'home',
  description: 'What waits for whoever asks',
  chapter: 45,
  needs: { columns: columnsSubject, obligations: obligationsSubject },
  compose: async ({ parts, changes, publications, access }, { columns, obligations }) =>
    new HomeDesk({
      finds: new HomeFinds({
        docs: publications.docs,
        columns,
        obligations,
        clock: parts.clock,
        changes,
      }),
      nameOf: (organisation) => access.organisations.nameOf(organisation),
      clock: parts.clock,
    }),
  gives: (desk) => ({ instances: [desk] }),
  screens: [{ key: 'home', open: anybody, shows: ['publications'] }],
  controllers: [HomeController],
  paths: {
    '/api/v1/home': {
      get: {
        operationId: 'getHome',
        tags: ['home'],
        summary: 'What waits for whoever asks, by what they may do; and the counts beside the menu',
        responses: { 200: json('What waits', home, example), ...problems(401) },
      },
    },
  },
});
