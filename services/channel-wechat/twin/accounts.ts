import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { FastifyRequest } from 'fastify';
import { demonstration } from '../src/demonstration.ts';
import { AccountStore, type Published } from './account.store.ts';
import { spareAccounts } from './spare.accounts.ts';

/** One official account at the platform, with what only it holds. */
export interface Account {
  /** As its callback address names it. */
  readonly id: string;
  readonly title: string;
  readonly appId: string;
  readonly secret: string;
  readonly callbackToken: string;
  /** Opens every call to it, and to no other account. */
  readonly token: string;
  readonly store: AccountStore;
}

/** All accounts of the platform. */
export class Accounts {
  private constructor(readonly all: readonly Account[]) {}

  /** The first account keeps its things in the folder itself, each other one in a folder of its own. */
  static async open(data: string): Promise<Accounts> {
    const opened = [...demonstration, ...spareAccounts].map(
      async ({ id, title, facts, secrets }, n): Promise<Account> => {
        const store = await AccountStore.open(n === 0 ? data : join(data, facts.appId));
        const { appSecret: secret, callbackToken } = secrets;
        const token = `twin-token-${randomUUID()}`;
        return { id, title, appId: facts.appId, secret, callbackToken, token, store };
      },
    );
    return new Accounts(await Promise.all(opened));
  }

  byAppId(appId: string): Account | null {
    return this.all.find((account) => account.appId === appId) ?? null;
  }

  byToken(token: string | undefined): Account | null {
    return this.all.find((account) => account.token === token) ?? null;
  }

  /** The account whose token a call carries. Calls without one are refused before they come here. */
  of(request: FastifyRequest): Account {
    const found = this.byToken((request.query as { readonly access_token?: string }).access_token);
    if (found === null) throw new Error('a call without a token came through');
    return found;
  }

  /** An article of whatever account, as the public opens it. */
  article(articleId: string): Published | null {
    for (const { store } of this.all) {
      const found = store.article(articleId);
      if (found !== undefined) return found;
    }
    return null;
  }
}
