import type { Collection } from '@towncrier/storage';
import { ProblemError } from '../errors/problem.ts';
import type { Clock } from '../ports.ts';
import { waitAfter } from './back-off.ts';
import { hashPassword, verifyPassword } from './password.ts';
import type { PersonDoc, SignInFailuresDoc } from './people.documents.ts';
import type { Person } from './person.ts';

const wrong = (): ProblemError => new ProblemError(401, 'wrong-password', '姓名或密码不正确；初始密码在数据目录 hub/credentials.json 中');

/** Checks a name and a password. Every try is counted before the password is looked at, so that many at once gain nothing. */
export class SignInService {
  private readonly nobody = hashPassword('nobody', new Uint8Array(16));

  constructor(
    private readonly people: Collection<PersonDoc>,
    private readonly failures: Collection<SignInFailuresDoc>,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError 401 · 429 with the seconds to wait */
  async check(name: string, password: string, address: string): Promise<Person> {
    const found = await this.people.get(name);
    const counter = found === null ? `@${address}` : name;
    await this.count(counter);
    const right = await verifyPassword(password, found?.password ?? (await this.nobody));
    if (found === null || !right) throw wrong();
    await this.failures.delete(counter);
    return { name: found._id, title: found.title, roles: found.roles, organisation: found.organisation };
  }

  private async count(counter: string): Promise<void> {
    const now = this.clock().getTime();
    const known = await this.failures.get(counter);
    const waitMs = known === null ? 0 : Date.parse(known.until) - now;
    if (waitMs > 0) throw tooMany(waitMs);
    const failures = (known?.failures ?? 0) + 1;
    const next = { _id: counter, failures, until: new Date(now + waitAfter(failures)).toISOString() };
    const counted = known === null ? await this.failures.insert(next) : await this.failures.replace(next, known.version);
    if (!counted) throw tooMany(1000);
  }
}

function tooMany(waitMs: number): ProblemError {
  const seconds = Math.ceil(waitMs / 1000);
  return new ProblemError(429, 'too-many-attempts', `登录尝试过多，请 ${seconds} 秒后再试`, { retryAfter: seconds });
}
