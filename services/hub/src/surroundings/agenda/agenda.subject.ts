import { ChinaCalendar } from '@towncrier/calendar';
import { anybody } from '../../access/people/screens.ts';
import { json, problems } from '../../http/responses.ts';
import { obligationsSubject } from '../obligations/obligations.subject.ts';
import { typesSubject } from '../publication-types/types.subject.ts';
import { requestsSubject } from '../requests/requests.subject.ts';
import { surrounding } from '../surrounding.ts';
import { agenda, agendaQuery } from './agenda.ts';
import { AgendaController } from './agenda.controller.ts';
import { AgendaDesk } from './agenda.desk.ts';
import { requestEntry } from './agenda.entries.ts';
import { radar, radarOf } from './radar.ts';

const entry = requestEntry({ id: '7K3QZP4M', dueOn: '2026-12-21', stateTitle: '办理中' }, '2026-11-23');

export const agendaSubject = surrounding({
  name: 'agenda',
  description: 'What has its day: releases, periods, what is due, holidays',
  chapter: 175,
  needs: { obligations: obligationsSubject, requests: requestsSubject, types: typesSubject },
  compose: async ({ parts, calendar, publications, access }, needs) =>
    new AgendaDesk({
      ...needs,
      calendar,
      plan: publications.plan,
      organisations: access.organisations,
      clock: parts.clock,
    }),
  gives: (desk) => ({ instances: [desk] }),
  screens: [{ key: 'agenda', open: anybody, shows: ['publications'] }],
  controllers: [AgendaController],
  paths: {
    '/api/v1/agenda': {
      get: {
        operationId: 'getAgenda',
        tags: ['agenda'],
        summary: 'What has its day between two days, six weeks at most',
        requestParams: { query: agendaQuery },
        responses: {
          200: json('By day, the earliest first', agenda, {
            today: '2026-11-23',
            days: [{ on: '2026-12-21', off: null, worked: null, known: true }],
            entries: [entry],
          }),
          ...problems(400, 401, 422),
        },
      },
    },
    '/api/v1/agenda/radar': {
      get: {
        operationId: 'getRadar',
        tags: ['agenda'],
        summary: 'What is owed by whom: red, yellow and green, each with what to do now',
        responses: {
          200: json(
            'By body, those with the most that is late first',
            radar,
            radarOf([{ entry, body: '开远市人民政府办公室' }], '2026-11-23', new ChinaCalendar()),
          ),
          ...problems(401),
        },
      },
    },
  },
});
