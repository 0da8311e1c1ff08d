import { setTimeout as sleep } from 'node:timers/promises';
import { defineTwin, type Shown } from '@towncrier/channel-testkit';
import { AccountStore, type Published } from './account.store.ts';
import { mountDrafts } from './draft.routes.ts';
import { tellFinished } from './publish.callback.ts';
import { mountPublished, mountPublishing } from './publish.routes.ts';
import { mountReader } from './reader.routes.ts';
import { mountToken } from './token.routes.ts';
import { accountWall } from './wall.ts';

/** Publishing takes a moment. */
const publishingMs = 150;

/** An official account: tokens, drafts, publishing that takes a moment and calls back. */
export const twin = defineTwin({
  id: 'wechat',
  title: '微信公众号',
  faults: ['busy', 'hang-after-accept', 'refuse', 'slow', 'deny', 'crowd'],
  start: async (http, at, fault) => {
    const store = await AccountStore.open(at.data);
    const finish = async (made: Published): Promise<void> => {
      await sleep(publishingMs, undefined, { ref: false });
      made.ready = true;
      await store.published.save();
      await tellFinished(made, at.channelUrl);
    };
    mountToken(http, fault);
    mountDrafts(http, store, at.url);
    mountPublishing(http, store, at.url, fault, finish);
    mountPublished(http, store, at.url);
    mountReader(http, store);
    for (const unfinished of store.published.items.filter((p) => !p.ready)) void finish(unfinished);

    return {
      shown: () => Promise.resolve(store.published.items.map(shown)),
      clear: () => store.clear(),
      wall: () => accountWall(store.published.items),
      close: () => Promise.resolve(),
    };
  },
});

const shown = ({ articleId, article, visible, ready, at }: Published): Shown => ({
  id: articleId,
  about: /\/n\/([0-9A-Z]{8})\.html/.exec(article.content_source_url)?.[1] ?? null,
  target: '美丽开远',
  text: `${article.title}\n${article.content.replace(/<[^>]+>/g, '')}\n${article.content_source_url}`,
  visible: visible && ready,
  at,
});
