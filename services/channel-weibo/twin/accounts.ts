import { join } from 'node:path';
import { demonstration } from '../src/demonstration.ts';
import { spareAccounts } from './spare.accounts.ts';
import { StatusStore, type Posted } from './status.store.ts';

/** One account at the platform, with what it posted. */
export interface Account {
  /** Its id in the register. */
  readonly name: string;
  readonly uid: string;
  readonly title: string;
  readonly token: string;
  readonly store: StatusStore;
}

/** A status with the account that posted it. */
export interface Found {
  readonly account: Account;
  readonly status: Posted;
}

/** All accounts of the platform. */
export class Accounts {
  private constructor(readonly all: readonly Account[]) {}

  /** The first account keeps its posts in the folder itself, each other one in a folder of its own. */
  static async open(data: string): Promise<Accounts> {
    const opened = [...demonstration, ...spareAccounts].map(
      async ({ id: name, title, facts: { uid }, secrets }, n): Promise<Account> => {
        const store = await StatusStore.open(n === 0 ? data : join(data, uid), BigInt(n) * accountSpan);
        return { name, uid, title, token: secrets.accessToken, store };
      },
    );
    return new Accounts(await Promise.all(opened));
  }

  byToken(token: string | undefined): Account | null {
    return this.all.find((account) => account.token === token) ?? null;
  }

  find(id: string | undefined): Found | null {
    for (const account of this.all) {
      const status = account.store.find(id);
      if (status !== undefined) return { account, status };
    }
    return null;
  }
}

/** Ids of the platform are unique among all accounts. */
const accountSpan = 1_000_000_000n;
