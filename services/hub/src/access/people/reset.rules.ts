import { z } from 'zod';
import type { Objection } from '../steps/offered.ts';

/** What is given anew: a password, the second factor, or the identity at the identity provider. */
export const resetKind = z.enum(['password', 'second-factor', 'identity']);
export type ResetKind = z.infer<typeof resetKind>;
const titles: Readonly<Record<ResetKind, string>> = {
  password: '重设密码',
  'second-factor': '重设动态码',
  identity: '变更统一身份',
};

/**
 * Something about how a person proves who they are is given anew: one administrator asks for it, another
 * countersigns. Of the code each learns one half, and the person needs both; `first` and `second` are salted hashes.
 */
export const resetDoc = z.object({
  kind: resetKind,
  askedBy: z.string(),
  reason: z.string(),
  /** What the identity becomes, where it changes. */
  subject: z.string().nullable().optional(),
  first: z.string(),
  second: z.string().nullable(),
  countersignedBy: z.string().nullable(),
  /** Until when it can be countersigned, then until when the code works. */
  until: z.string(),
});
export type Reset = z.infer<typeof resetDoc>;

export const askedForMs = 24 * 60 * 60_000;
export const codeWorksMs = 30 * 60_000;

export interface Account {
  readonly _id: string;
  readonly title: string;
  readonly state: 'active' | 'disabled';
  readonly reset?: Reset | null | undefined;
}

/** A reset that is not over. */
export const openReset = ({ reset }: Pick<Account, 'reset'>, now: Date): Reset | null =>
  reset !== null && reset !== undefined && reset.until > now.toISOString() ? reset : null;

/** Nobody asks for themselves: they would hold one half of their own key. */
export function askObjection(by: string, account: Account): Objection | null {
  if (account._id === by)
    return { code: 'own-account', words: '不能重设自己的账号；请由另一位系统管理员办理' };
  return account.state === 'disabled'
    ? { code: 'wrong-state', words: `${account.title}的账号已经停用；请先恢复` }
    : null;
}

/** Whoever asked, and whomever it is about, is not the one to countersign. */
export function countersignObjection(by: string, account: Account, now: Date): Objection | null {
  const reset = openReset(account, now);
  if (reset === null || reset.countersignedBy !== null)
    return { code: 'wrong-state', words: '没有等待会签的重设申请，或已过期；请由系统管理员重新申请' };
  if (reset.askedBy === by)
    return { code: 'own-account', words: '不能会签自己的申请；请由另一位安全管理员办理' };
  return account._id === by
    ? { code: 'own-account', words: '不能会签自己账号的重设；请由另一位安全管理员办理' }
    : null;
}

/** The reset whose code may be used now. */
export function usable(account: Account, now: Date): (Reset & { readonly second: string }) | null {
  const reset = openReset(account, now);
  if (reset === null || account.state === 'disabled') return null;
  const { second } = reset;
  return reset.countersignedBy === null || second === null ? null : { ...reset, second };
}

/** What an administrator reads about it. */
export function resetWords(account: Account, now: Date): string | null {
  const reset = openReset(account, now);
  if (reset === null) return null;
  return `${titles[reset.kind]}：${reset.countersignedBy === null ? '待安全管理员会签' : '已会签，待本人使用重设码'}`;
}
