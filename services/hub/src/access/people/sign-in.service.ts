import { ProblemError } from '../../http/problem.ts';
import { thePublic } from '../../trail/audit.deed.ts';
import type { CountedTrail } from '../../trail/counted.trail.ts';
import type { Clock } from '../../ports/hub.parts.ts';
import type { GuessCounter, Tally } from './guess.counter.ts';
import { networkOf } from './guess.limits.ts';
import type { KnownDevices } from './known.devices.ts';
import { hashPassword, verifyPassword } from './password.ts';
import type { PeopleStore, PersonDoc } from './people.documents.ts';
import { stepOf } from './second-factor.ts';

const wrong = (): ProblemError =>
  new ProblemError(401, 'wrong-password', '姓名或密码不正确；初始密码在数据目录 hub/credentials.json 中');

/** What somebody signs in with, and from where. */
export interface SigningIn {
  readonly name: string;
  readonly password: string;
  readonly code: string | undefined;
  readonly address: string;
  /** The mark of a browser that somebody signed in with before. */
  readonly device: string | undefined;
}

/**
 * Checks a name, a password and the second factor. Names that nobody has are counted and answered as all others: no
 * answer tells whether there is such a person.
 */
export class SignInService {
  private readonly nobody = hashPassword('nobody', new Uint8Array(16));

  constructor(
    private readonly people: PeopleStore,
    private readonly guesses: GuessCounter,
    private readonly devices: KnownDevices,
    private readonly clock: Clock,
    private readonly refusals: Pick<CountedTrail, 'note'>,
  ) {}

  /**
   * @throws ProblemError 401 (`code-needed` when the password was right) · 403 `disabled` · 429 with the
   * seconds to wait
   */
  async check(asked: SigningIn): Promise<PersonDoc> {
    try {
      return await this.proven(asked);
    } catch (error) {
      if (error instanceof ProblemError && error.details.code !== 'code-needed')
        await this.refused(asked, error.details.code ?? '');
      throw error;
    }
  }

  /** A name that nobody has may be a password in the wrong field: it is not written down. */
  private async refused({ name, address }: SigningIn, code: string): Promise<void> {
    const found = await this.people.docs.get(name);
    const about = found === null ? 'session/unknown' : `person/${name}`;
    await this.refusals.note({
      act: 'session.refuse',
      about,
      by: thePublic(address),
      key: `${about} ${networkOf(address)}`,
      detail: { code },
    });
  }

  private async proven(asked: SigningIn): Promise<PersonDoc> {
    const tallies = this.talliesOf(asked);
    await this.guesses.count(tallies);
    const found = await this.people.docs.get(asked.name);
    const right = await verifyPassword(asked.password, found?.password ?? (await this.nobody));
    if (found === null || !right) throw wrong();
    if (found.state === 'disabled')
      throw new ProblemError(403, 'disabled', '这个账号已停用；如需恢复，请联系系统管理员');
    await this.second(found, asked.code, tallies);
    await this.guesses.right(tallies);
    return found;
  }

  private talliesOf({ name, address, device }: SigningIn): readonly Tally[] {
    const known = this.devices.find(name, device);
    if (known !== null) return [{ counted: 'pair', key: `device ${known}`, about: name }];
    const network = networkOf(address);
    return [
      { counted: 'network', key: `network ${network}`, about: null },
      { counted: 'name', key: `name ${name}`, about: name },
      { counted: 'pair', key: `pair ${network} ${name}`, about: name },
    ];
  }

  private async second(found: PersonDoc, code: string | undefined, tallies: readonly Tally[]): Promise<void> {
    const { secondFactor: factor, version, ...rest } = found;
    if (factor === null || !factor.confirmed) return;
    if (code === undefined) {
      // the form asks in two steps: a right password is no wrong guess
      await this.guesses.uncount(tallies);
      throw new ProblemError(401, 'code-needed', '请再输入验证器应用中的六位动态码');
    }
    const usedStep = stepOf(code, factor.secret, factor.usedStep, this.clock());
    const taken =
      usedStep !== null &&
      (await this.people.docs.replace({ ...rest, secondFactor: { ...factor, usedStep } }, version));
    if (!taken)
      throw new ProblemError(401, 'wrong-code', '动态码不正确或已用过；请等验证器显示下一个码后再试');
  }
}
