import { describe, expect, it } from 'vitest';
import { may } from '../permissions.ts';
import type { Person } from '../person.ts';
import { role, type Role } from '../role.ts';
import { peoplePermissions } from './people.permissions.ts';
import { halfFrom, halvesOf, readable } from './reset.code.ts';
import {
  askedForMs,
  askObjection,
  countersignObjection,
  openReset,
  resetWords,
  usable,
  type Account,
  type Reset,
} from './reset.rules.ts';

const now = new Date('2026-11-23T09:00:00.000Z');
const reset = (more: Partial<Reset> = {}): Reset => ({
  kind: 'password',
  askedBy: 'system',
  reason: '忘记',
  first: 'h1',
  second: null,
  countersignedBy: null,
  until: new Date(now.getTime() + askedForMs).toISOString(),
  ...more,
});
const account = (of: Reset | null, more: Partial<Account> = {}): Account => ({
  _id: 'victim',
  title: '一审',
  state: 'active',
  reset: of,
  ...more,
});

describe('a reset code', () => {
  it('is typed however somebody wrote it down, and is of no use in part', () => {
    const [first, second] = [1, 7].map((n) => halfFrom(new Uint8Array(10).map((_, i) => i * n)));
    const typed = `${readable(first ?? '')} ${readable(second ?? '').toLowerCase()}`;
    expect(halvesOf(typed)).toEqual({ first, second });
    expect(halvesOf(first ?? '')).toBeNull();
    expect(halvesOf('')).toBeNull();
  });
});

describe('a reset', () => {
  it('works from its second signature on, for as long as it says', () => {
    const signed = reset({ second: 'h2', countersignedBy: 'security' });
    expect(usable(account(reset()), now)).toBeNull();
    expect(usable(account(signed), now)).toEqual(signed);
    expect(usable(account(signed), new Date(signed.until))).toBeNull();
    expect(usable(account(signed, { state: 'disabled' }), now)).toBeNull();
    expect(openReset(account(null), now)).toBeNull();
  });

  it('is told in words while it is open', () => {
    expect(resetWords(account(reset()), now)).toBe('重设密码：待安全管理员会签');
    expect(resetWords(account(reset({ countersignedBy: 'x', kind: 'second-factor' })), now)).toBe(
      '重设动态码：已会签，待本人使用重设码',
    );
    expect(resetWords(account(null), now)).toBeNull();
  });

  it('is not asked for an account that is closed', () => {
    expect(askObjection('system', account(null, { state: 'disabled' }))?.code).toBe('wrong-state');
  });
});

/**
 * Who ends up with both halves of a code for somebody else's account: every order of asking and signing, by people
 * with the largest sets of roles there are.
 */
function takesOver(people: readonly Person[]): boolean {
  return people.some((asker) => {
    if (!may(asker, peoplePermissions, 'resetPassword', 'Person')) return false;
    if (askObjection(asker.name, account(null)) !== null) return false;
    const asked = account(reset({ askedBy: asker.name }));
    return people.some(
      (signer) =>
        may(signer, peoplePermissions, 'countersign', 'Person') &&
        countersignObjection(signer.name, asked, now) === null,
    );
  });
}

describe('the account of somebody else', () => {
  const admins: readonly Role[] = ['system-admin', 'security-admin', 'audit-admin'];
  const sets: readonly (readonly Role[])[] = [
    role.options.filter((r) => !admins.includes(r)),
    ...admins.map((r) => [r]),
  ];
  const person = (name: string, roles: readonly Role[]): Person => ({
    name,
    title: name,
    roles: [...roles],
    organisation: 'kysrmzf',
  });

  it('is taken over by nobody alone', () => {
    for (const roles of sets) expect(takesOver([person('a', roles)]), roles.join()).toBe(false);
  });

  it('is taken over by no two but the two who make accounts what they are', () => {
    const able = sets.flatMap((one) =>
      sets.filter((two) => takesOver([person('a', one), person('b', two)])).map((two) => [one, two].flat()),
    );
    expect(able).toEqual([
      ['system-admin', 'security-admin'],
      ['security-admin', 'system-admin'],
    ]);
  });
});
