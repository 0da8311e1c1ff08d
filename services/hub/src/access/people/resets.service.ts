import { ProblemError } from '../../http/problem.ts';
import { deedOf, thePublic, type Doer } from '../../trail/audit.deed.ts';
import type { CountedTrail } from '../../trail/counted.trail.ts';
import { factsIn, type Facts } from '../../trail/audited.store.ts';
import { permit } from '../permissions.ts';
import type { Actor } from '../person.ts';
import type { GuessCounter } from './guess.counter.ts';
import { networkOf } from './guess.limits.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { passwordObjection } from './password.rule.ts';
import type { PeopleStore, PersonDoc } from './people.documents.ts';
import { peoplePermissions } from './people.permissions.ts';
import { refuseIf } from './people.service.ts';
import { detailOf, type AccountRequest, type PersonWithCode } from './people.view.ts';
import { beginReset, freshHalf, type ResetTools } from './reset.begin.ts';
import { halvesOf } from './reset.code.ts';
import {
  askObjection,
  codeWorksMs,
  countersignObjection,
  usable,
  type Reset,
  type ResetKind,
} from './reset.rules.ts';
import { stepOf } from './second-factor.ts';

export interface ResettingTools extends ResetTools {
  readonly guesses: Pick<GuessCounter, 'count' | 'right'>;
  readonly refusals: Pick<CountedTrail, 'note'>;
  /** Signs a person out everywhere. */
  readonly endSessions: (name: string) => Promise<void>;
}

/** What somebody brings who uses a reset code. */
export interface ResetUse {
  readonly name: string;
  readonly reset: string;
  /** The new one; where the second factor is given anew, the one they have. */
  readonly password: string;
  readonly code: string | undefined;
  readonly address: string;
}

interface Change {
  readonly act: string;
  readonly reason?: string;
  readonly detail?: Record<string, string>;
  readonly facts: (doc: PersonDoc) => Partial<Facts<PersonDoc>>;
}

const acts = { password: 'resetPassword', 'second-factor': 'resetSecondFactor' } as const;

/** What proves who a person is, given anew: asked for by one, countersigned by another, used by the person alone. */
export class ResetsService {
  private readonly nobody = hashPassword('nobody', new Uint8Array(16));

  constructor(
    private readonly store: PeopleStore,
    private readonly tools: ResettingTools,
  ) {}

  /** Until its code is used, everything stays as it was. @throws ProblemError 403 · 404 · 409 */
  async ask(
    who: Actor,
    name: string,
    kind: Exclude<ResetKind, 'identity'>,
    { version, reason }: AccountRequest,
  ): Promise<PersonWithCode> {
    permit(who, peoplePermissions, acts[kind], 'Person');
    const { reset, code } = await beginReset({ kind, by: who.name, reason }, this.tools);
    const doc = await this.change(who, name, version, {
      act: acts[kind],
      reason,
      facts: (now) => {
        refuseIf(askObjection(who.name, now));
        return { reset };
      },
    });
    return { ...detailOf(who, doc, this.tools.clock()), code };
  }

  /** The code works from now on; an identity changes at once. @throws ProblemError 403 · 404 · 409 */
  async countersign(who: Actor, name: string, { version, reason }: AccountRequest): Promise<PersonWithCode> {
    permit(who, peoplePermissions, 'countersign', 'Person');
    const { code, hash } = await freshHalf(this.tools);
    const seen = (await this.store.get(name)).reset;
    const doc = await this.change(who, name, version, {
      act: 'countersign',
      reason,
      detail: { of: seen?.kind ?? '', askedBy: seen?.askedBy ?? '' },
      facts: (now) => {
        refuseIf(countersignObjection(who.name, now, this.tools.clock()));
        return this.countersigned(now.reset as Reset, who.name, hash);
      },
    });
    const shown = detailOf(who, doc, this.tools.clock());
    return doc.reset === null ? shown : { ...shown, code };
  }

  private countersigned(reset: Reset, by: string, second: string): Partial<Facts<PersonDoc>> {
    const { subject } = reset;
    const identity = subject === undefined ? {} : { subject };
    if (reset.kind === 'identity') return { ...identity, reset: null };
    const until = new Date(this.tools.clock().getTime() + codeWorksMs).toISOString();
    return { ...identity, reset: { ...reset, second, countersignedBy: by, until } };
  }

  /**
   * By the person, who is not signed in. A second factor that they still have is asked for, unless it is what is
   * given anew.
   * @throws ProblemError 401 `wrong-reset` · `code-needed` · `wrong-code` · 422 `weak-password` · 429
   */
  async use({ name, reset: typed, password, code, address }: ResetUse): Promise<void> {
    const tallies = [
      { counted: 'network', key: `network ${networkOf(address)}`, about: null },
      { counted: 'pair', key: `reset ${name}`, about: name },
    ] as const;
    await this.tools.guesses.count(tallies);
    const doc = await this.store.docs.get(name);
    const reset = doc === null ? null : usable(doc, this.tools.clock());
    const right = await this.isRight(typed, reset);
    if (doc === null || reset === null || !right) {
      await this.refused(doc, address);
      throw wrongReset();
    }
    const facts = await this.given(doc, reset, password, code);
    await this.change({ name, from: address }, name, doc.revision, { act: 'useReset', facts: () => facts });
    await this.tools.guesses.right(tallies);
    await this.tools.endSessions(name);
  }

  private refused(doc: PersonDoc | null, address: string): Promise<void> {
    const about = doc === null ? 'session/unknown' : `person/${doc._id}`;
    const key = `${about} ${networkOf(address)}`;
    const detail = { code: 'wrong-reset' };
    return this.tools.refusals.note({ act: 'session.refuse', about, by: thePublic(address), key, detail });
  }

  /** Takes as long for a name that nobody has. */
  private async isRight(typed: string, reset: (Reset & { second: string }) | null): Promise<boolean> {
    const { first, second } = halvesOf(typed) ?? { first: '', second: '' };
    const nobody = await this.nobody;
    const found = [
      await verifyPassword(first, reset?.first ?? nobody),
      await verifyPassword(second, reset?.second ?? nobody),
    ];
    return found.every(Boolean);
  }

  private async given(
    doc: PersonDoc,
    { kind }: Reset,
    password: string,
    code: string | undefined,
  ): Promise<Partial<Facts<PersonDoc>>> {
    if (kind === 'second-factor') {
      if (!(await verifyPassword(password, doc.password))) throw wrongReset();
      return { secondFactor: null, reset: null };
    }
    const factor = this.shown(doc.secondFactor, code);
    const objection = passwordObjection(password, doc._id, '');
    if (objection !== null) throw new ProblemError(422, 'weak-password', objection);
    return {
      password: await hashPassword(password, this.tools.random(16)),
      mustChangePassword: false,
      reset: null,
      ...factor,
    };
  }

  /** The second factor with the code taken. */
  private shown(factor: PersonDoc['secondFactor'], code: string | undefined): Partial<Facts<PersonDoc>> {
    if (factor === null || !factor.confirmed) return {};
    if (code === undefined) throw new ProblemError(401, 'code-needed', '请再输入验证器应用中的六位动态码');
    const usedStep = stepOf(code, factor.secret, factor.usedStep, this.tools.clock());
    if (usedStep === null)
      throw new ProblemError(401, 'wrong-code', '动态码不正确或已用过；请等验证器显示下一个码后再试');
    return { secondFactor: { ...factor, usedStep } };
  }

  private change(by: Doer, name: string, version: number, change: Change): Promise<PersonDoc> {
    const { act, facts, ...more } = change;
    return this.store.change(name, version, (doc) => ({
      next: { ...factsIn(doc), ...facts(doc) },
      fact: deedOf({
        kind: 'person',
        key: name,
        revision: version + 1,
        act,
        by,
        at: this.tools.clock(),
        ...more,
      }),
    }));
  }
}

const wrongReset = (): ProblemError =>
  new ProblemError(
    401,
    'wrong-reset',
    '重设码、用户名或密码不正确，或重设码已过期；请核对两位管理员告知的两段，仍不行请重新申请',
  );
