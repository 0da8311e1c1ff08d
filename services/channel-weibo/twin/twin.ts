import { defineTwin, type Shown } from '@towncrier/channel-testkit';
import { mountReading } from './read.routes.ts';
import { mountShare } from './share.routes.ts';
import { StatusStore, type Posted } from './status.store.ts';
import { timelineWall } from './wall.ts';

/** An account on the platform: one write call, no delete, error bodies as the platform words them. */
export const twin = defineTwin({
  id: 'weibo',
  title: '微博',
  faults: ['busy', 'hang-after-accept', 'refuse', 'slow', 'deny', 'crowd'],
  start: async (http, at, fault) => {
    const store = await StatusStore.open(at.data);
    http.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(body as string))),
    );
    mountShare(http, store, fault);
    mountReading(http, store);

    return {
      shown: () => Promise.resolve(store.all.map(shown)),
      clear: () => store.clear(),
      wall: () => timelineWall(store.public()),
      close: () => Promise.resolve(),
    };
  },
});

const shown = ({ id, text, visible, at }: Posted): Shown => ({
  id,
  about: /\/n\/([0-9A-Z]{8})\.html/.exec(text)?.[1] ?? null,
  target: '美丽开远',
  text,
  visible,
  at,
});
