import type { Collection } from '@towncrier/storage';
import { ProblemError } from '../../http/problem.ts';
import type { Clock } from '../../ports/hub.parts.ts';
import { waitAfter } from './back-off.ts';
import { hashPassword, verifyPassword } from './password.ts';
import type { PeopleStore, PersonDoc, SignInFailuresDoc } from './people.documents.ts';
import { stepOf } from './second-factor.ts';

const wrong = (): ProblemError =>
  new ProblemError(401, 'wrong-password', '姓名或密码不正确；初始密码在数据目录 hub/credentials.json 中');

/**
 * Checks a name, a password and the second factor. Every try is counted before anything is looked at, so that
 * many at once gain nothing.
 */
export class SignInService {
  private readonly nobody = hashPassword('nobody', new Uint8Array(16));

  constructor(
    private readonly people: PeopleStore,
    private readonly failures: Collection<SignInFailuresDoc>,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws ProblemError 401 (`code-needed` when the password was right) · 403 `disabled` · 429 with the
   * seconds to wait
   */
  async check(name: string, password: string, code: string | undefined, address: string): Promise<PersonDoc> {
    const found = await this.people.docs.get(name);
    const counter = found === null ? `@${address}` : name;
    await this.count(counter);
    const right = await verifyPassword(password, found?.password ?? (await this.nobody));
    if (found === null || !right) throw wrong();
    if (found.state === 'disabled')
      throw new ProblemError(403, 'disabled', '这个账号已停用；如需恢复，请联系系统管理员');
    await this.second(found, code);
    await this.failures.delete(counter);
    return found;
  }

  private async second(found: PersonDoc, code: string | undefined): Promise<void> {
    const { secondFactor: factor, version, ...rest } = found;
    if (factor === null || !factor.confirmed) return;
    if (code === undefined) throw new ProblemError(401, 'code-needed', '请再输入验证器应用中的六位动态码');
    const usedStep = stepOf(code, factor.secret, factor.usedStep, this.clock());
    const taken =
      usedStep !== null &&
      (await this.people.docs.replace({ ...rest, secondFactor: { ...factor, usedStep } }, version));
    if (!taken)
      throw new ProblemError(401, 'wrong-code', '动态码不正确或已用过；请等验证器显示下一个码后再试');
  }

  private async count(counter: string): Promise<void> {
    const now = this.clock().getTime();
    const known = await this.failures.get(counter);
    const waitMs = known === null ? 0 : Date.parse(known.until) - now;
    if (waitMs > 0) throw tooMany(waitMs);
    const failures = (known?.failures ?? 0) + 1;
    const next = { _id: counter, failures, until: new Date(now + waitAfter(failures)).toISOString() };
    const counted =
      known === null ? await this.failures.insert(next) : await this.failures.replace(next, known.version);
    if (!counted) throw tooMany(1000);
  }
}

function tooMany(waitMs: number): ProblemError {
  const seconds = Math.ceil(waitMs / 1000);
  return new ProblemError(429, 'too-many-attempts', `登录尝试过多，请 ${seconds} 秒后再试`, {
    retryAfter: seconds,
  });
}
