import { setTimeout as sleep } from 'node:timers/promises';
import { defineTwin, type Shown } from '@towncrier/channel-testkit';
import type { Published } from './account.store.ts';
import { Accounts, type Account } from './accounts.ts';
import { mountDrafts } from './draft.routes.ts';
import { mountMaterials } from './material.routes.ts';
import { tellFinished } from './publish.callback.ts';
import { mountPublished, mountPublishing } from './publish.routes.ts';
import { mountReader } from './reader.routes.ts';
import { mountToken } from './token.routes.ts';
import { accountsWall } from './wall.ts';

/** Publishing takes a moment. */
const publishingMs = 150;

/** Official accounts: each with its token, drafts and publishing that takes a moment and calls back. */
export const twin = defineTwin({
  id: 'wechat',
  title: '微信公众号',
  faults: ['busy', 'hang-after-accept', 'refuse', 'slow', 'deny', 'crowd'],
  start: async (http, at, fault) => {
    const accounts = await Accounts.open(at.data);
    const finish = async (made: Published, account: Account): Promise<void> => {
      await sleep(publishingMs, undefined, { ref: false });
      made.ready = true;
      await account.store.published.save();
      await tellFinished(made, account, at.channelUrl);
    };
    mountToken(http, accounts, fault);
    mountMaterials(http, accounts, at.url);
    mountDrafts(http, accounts, at.url);
    mountPublishing(http, accounts, at.url, fault, finish);
    mountPublished(http, accounts, at.url);
    mountReader(http, accounts);
    for (const account of accounts.all)
      for (const unfinished of account.store.published.items.filter((p) => !p.ready))
        void finish(unfinished, account);

    return {
      shown: () => Promise.resolve(accounts.all.flatMap(shownAt)),
      clear: async () => {
        for (const { store } of accounts.all) await store.clear();
      },
      wall: () => accountsWall(accounts.all),
      close: () => Promise.resolve(),
    };
  },
});

const shownAt = ({ id, store }: Account): readonly Shown[] =>
  store.published.items.map(({ articleId, article, visible, ready, at }) => ({
    id: articleId,
    about: /\/n\/([0-9A-Z]{8})\.html/.exec(article.content_source_url)?.[1] ?? null,
    target: id,
    text: `${article.title}\n${article.content.replace(/<[^>]+>/g, '')}\n${article.content_source_url}`,
    visible: visible && ready,
    at,
  }));
