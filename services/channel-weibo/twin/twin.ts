import { defineTwin, type Shown } from '@towncrier/channel-testkit';
import type { FastifyRequest } from 'fastify';
import { Accounts, type Account } from './accounts.ts';
import { mountReading } from './read.routes.ts';
import { formOf } from './share.form.ts';
import { mountShare } from './share.routes.ts';
import { timelineWall } from './wall.ts';

/** Accounts on the platform: one write call, no delete, error bodies as the platform words them. */
export const twin = defineTwin({
  id: 'weibo',
  title: '微博',
  faults: ['busy', 'hang-after-accept', 'refuse', 'slow', 'deny', 'crowd'],
  start: async (http, at, fault) => {
    const accounts = await Accounts.open(at.data);
    http.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(body as string))),
    );
    http.addContentTypeParser(
      /^multipart\/form-data/,
      { parseAs: 'buffer' },
      (request: FastifyRequest, body: Buffer) => formOf(body, request.headers['content-type'] ?? ''),
    );
    mountShare(http, accounts, fault, at.url);
    mountReading(http, accounts, at.url);

    return {
      shown: () => Promise.resolve(accounts.all.flatMap(shownAt)),
      clear: async () => {
        for (const { store } of accounts.all) await store.clear();
      },
      wall: () => timelineWall(accounts.all),
      close: () => Promise.resolve(),
    };
  },
});

const shownAt = ({ name, store }: Account): readonly Shown[] =>
  store.all.map(({ id, text, visible, at }) => ({
    id,
    about: /\/n\/([0-9A-Z]{8})\.html/.exec(text)?.[1] ?? null,
    target: name,
    text,
    visible,
    at,
  }));
