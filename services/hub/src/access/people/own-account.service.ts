import { factsIn } from '../../trail/audited.store.ts';
import { deedOf } from '../../trail/audit.deed.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Clock, Random } from '../../ports/hub.parts.ts';
import type { GuessCounter } from './guess.counter.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { passwordObjection } from './password.rule.ts';
import type { PeopleStore, PersonDoc } from './people.documents.ts';
import type { Actor } from '../person.ts';
import { keyUri, secretFrom, stepOf } from './second-factor.ts';
import type { SessionsService } from './sessions.service.ts';

const wrongCode = (): ProblemError =>
  new ProblemError(422, 'wrong-code', '动态码不正确；请核对手机时间，再输入当前显示的六位码');

/** What people do with their own account. */
export class OwnAccountService {
  private readonly clock: Clock;
  private readonly random: Random;

  constructor(
    private readonly people: PeopleStore,
    private readonly sessions: SessionsService,
    private readonly guesses: GuessCounter,
    { clock, random }: { readonly clock: Clock; readonly random: Random },
  ) {
    this.clock = clock;
    this.random = random;
  }

  /**
   * Every other session of the person ends.
   * @throws ProblemError 403 `wrong-password` · 422 `weak-password`
   */
  async changePassword(who: Actor, session: string, old: string, fresh: string): Promise<void> {
    const doc = await this.proven(who, old);
    const objection = passwordObjection(fresh, who.name, old);
    if (objection !== null) throw new ProblemError(422, 'weak-password', objection);
    const password = await hashPassword(fresh, this.random(16));
    await this.save(who, doc, 'changePassword', { password, mustChangePassword: false });
    await this.sessions.endAll(who.name, session);
  }

  /**
   * Begins with a new secret; it counts once a code made from it was shown. Answers the `otpauth:` URI for
   * the authenticator app.
   */
  async beginSecondFactor(who: Actor, password: string): Promise<{ uri: string; secret: string }> {
    const doc = await this.proven(who, password);
    if (doc.mustChangePassword)
      throw new ProblemError(403, 'password-change-needed', '这是他人代设的密码，请先改成自己的密码');
    if (doc.secondFactor?.confirmed === true)
      throw new ProblemError(409, 'has-second-factor', '已启用动态码；更换手机请先关闭，再重新启用');
    const secret = secretFrom(this.random(20));
    await this.save(who, doc, 'beginSecondFactor', {
      secondFactor: { secret, confirmed: false, usedStep: 0 },
    });
    return { uri: keyUri(secret, who.name), secret };
  }

  /** @throws ProblemError 409 `no-second-factor` · 422 `wrong-code` */
  async confirmSecondFactor(who: Actor, code: string): Promise<void> {
    const doc = await this.people.get(who.name);
    if (doc.secondFactor === null || doc.secondFactor.confirmed)
      throw new ProblemError(409, 'no-second-factor', '没有待确认的动态码；请先点“启用”');
    const usedStep = stepOf(code, doc.secondFactor.secret, doc.secondFactor.usedStep, this.clock());
    if (usedStep === null) throw wrongCode();
    await this.save(who, doc, 'confirmSecondFactor', {
      secondFactor: { ...doc.secondFactor, confirmed: true, usedStep },
    });
  }

  /**
   * With both factors: whoever found an open browser and a password must not put another telephone in its place.
   * @throws ProblemError 403 `wrong-password` · 409 `no-second-factor` · 422 `wrong-code`
   */
  async endSecondFactor(who: Actor, password: string, code: string): Promise<void> {
    const doc = await this.proven(who, password);
    const { secondFactor: factor } = doc;
    if (factor === null || !factor.confirmed)
      throw new ProblemError(409, 'no-second-factor', '没有启用动态码，无需关闭');
    if (stepOf(code, factor.secret, factor.usedStep, this.clock()) === null) throw wrongCode();
    await this.save(who, doc, 'endSecondFactor', { secondFactor: null });
  }

  /** @throws ProblemError 403 `wrong-password` · 429: whoever found an open browser may not guess on */
  private async proven(who: Actor, password: string): Promise<PersonDoc> {
    const doc = await this.people.get(who.name);
    const tallies = [{ counted: 'pair', key: `own ${who.name}`, about: who.name }] as const;
    await this.guesses.count(tallies);
    if (!(await verifyPassword(password, doc.password)))
      throw new ProblemError(403, 'wrong-password', '当前密码不正确；请重新输入');
    await this.guesses.right(tallies);
    return doc;
  }

  private async save(who: Actor, doc: PersonDoc, act: string, facts: Partial<PersonDoc>): Promise<void> {
    const fact = deedOf({
      kind: 'person',
      key: who.name,
      revision: doc.revision + 1,
      act,
      by: who,
      at: this.clock(),
    });
    await this.people.change(who.name, doc.revision, (now) => ({
      next: { ...factsIn(now), ...facts },
      fact,
    }));
  }
}
