import { createHash } from 'node:crypto';
import { sameSecret } from '@towncrier/secrets';
import type { Collection } from '@towncrier/storage';
import { csrfHeader } from '../../http/credentials.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Clock, Random } from '../../ports/hub.parts.ts';
import type { PeopleStore, PersonDoc, SessionDoc } from './people.documents.ts';
import type { Person } from '../person.ts';
import { needsFactor } from './obligatory.factor.ts';

/** A session ends after this long (ms) without a request, and in any case after `absoluteMs`. */
const idleMs = 60 * 60_000;
const absoluteMs = 12 * 60 * 60_000;
/** How stale `seenAt` may get before it is written again. */
const seenEveryMs = 60_000;

export interface Session {
  readonly id: string;
  readonly person: Person;
  readonly csrf: string;
  readonly mustChangePassword: boolean;
  readonly secondFactor: boolean;
  /** Their duties ask for a second factor, and they have none yet. */
  readonly needsSecondFactor: boolean;
}

/** Opaque sessions on the server: the cookie holds a random token, the store only its hash. */
export class SessionsService {
  constructor(
    private readonly sessions: Collection<SessionDoc>,
    private readonly people: PeopleStore,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /** Answers the token for the cookie; it is kept nowhere else. */
  async start(
    who: PersonDoc,
    { provenElsewhere = false }: Pick<SessionDoc, 'provenElsewhere'> = {},
  ): Promise<Session & { token: string }> {
    const token = Buffer.from(this.random(32)).toString('base64url');
    const csrf = Buffer.from(this.random(24)).toString('base64url');
    const now = this.clock();
    await this.sweep(now);
    const id = hash(token);
    const fresh = {
      _id: id,
      person: who._id,
      csrf,
      startedAt: now.toISOString(),
      seenAt: now.toISOString(),
      endsAt: new Date(now.getTime() + absoluteMs).toISOString(),
      ...(provenElsewhere ? { provenElsewhere } : {}),
    };
    await this.sessions.insert(fresh);
    return { ...sessionOf(fresh, who), token };
  }

  /** Null when there is no such session, or no longer. */
  async find(token: string | undefined): Promise<Session | null> {
    if (token === undefined || token === '') return null;
    const found = await this.sessions.get(hash(token));
    if (found === null) return null;
    const now = this.clock();
    if (this.isOver(found)) {
      await this.sessions.delete(found._id);
      return null;
    }
    const who = await this.people.docs.get(found.person);
    if (who === null || who.state === 'disabled') return null;
    if (now.getTime() - Date.parse(found.seenAt) > seenEveryMs) {
      const { version, ...rest } = found;
      await this.sessions.replace({ ...rest, seenAt: now.toISOString() }, version);
    }
    return sessionOf(found, who);
  }

  /** A session by its id; asking so is no sign of life of the person, and does not lengthen it. */
  async standing(id: string): Promise<Session | null> {
    const found = await this.sessions.get(id);
    if (found === null || this.isOver(found)) return null;
    const who = await this.people.docs.get(found.person);
    return who === null || who.state === 'disabled' ? null : sessionOf(found, who);
  }

  private isOver({ endsAt, seenAt }: SessionDoc): boolean {
    const now = this.clock();
    return endsAt <= now.toISOString() || now.getTime() - Date.parse(seenAt) > idleMs;
  }

  async end(id: string): Promise<void> {
    await this.sessions.delete(id);
  }

  /** All sessions of a person, but for one that may go on. */
  async endAll(name: string, but?: string): Promise<void> {
    for (;;) {
      const open = (await this.sessions.find({ person: name }, { limit: 100 })).items.filter(
        (s) => s._id !== but,
      );
      if (open.length === 0) return;
      for (const one of open) await this.sessions.delete(one._id);
    }
  }

  private async sweep(now: Date): Promise<void> {
    const over = await this.sessions.find({ endsAt: { lte: now.toISOString() } }, { limit: 20 });
    for (const session of over.items) await this.sessions.delete(session._id);
  }
}

/** @throws ProblemError 401 without a session, 403 when a changing call lacks the session's token */
export function admit(session: Session | null, method: string, csrf: string | undefined): Session {
  if (session === null) throw new ProblemError(401, 'not-signed-in', '尚未登录或登录已过期，请重新登录');
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return session;
  if (!sameSecret(csrf ?? '', session.csrf)) {
    throw new ProblemError(403, 'csrf', `请求缺少有效的 ${csrfHeader}；请刷新页面后重试`);
  }
  return session;
}

/** Whether somebody may do more than to complete how they prove who they are. */
export const isReady = ({ mustChangePassword, needsSecondFactor }: Session): boolean =>
  !mustChangePassword && !needsSecondFactor;

/**
 * @throws ProblemError 403 where somebody else chose the password and it was not changed yet, and where the second
 * factor is missing that their duties ask for
 */
export function refuseUnready({ mustChangePassword, needsSecondFactor }: Session): void {
  if (mustChangePassword)
    throw new ProblemError(403, 'password-change-needed', '这是他人代设的密码，请先改成自己的密码');
  if (needsSecondFactor)
    throw new ProblemError(
      403,
      'second-factor-needed',
      '审核、发布、值班和管理人员须用动态码登录；请先在“我的账号”启用动态码，再办理业务',
    );
}

const sessionOf = (
  { _id, csrf, provenElsewhere }: Pick<SessionDoc, '_id' | 'csrf' | 'provenElsewhere'>,
  who: PersonDoc,
): Session => ({
  id: _id,
  csrf,
  person: { name: who._id, title: who.title, roles: who.roles, organisation: who.organisation },
  mustChangePassword: who.mustChangePassword,
  secondFactor: who.secondFactor?.confirmed ?? false,
  needsSecondFactor:
    needsFactor(who.roles) && who.secondFactor?.confirmed !== true && provenElsewhere !== true,
});

const hash = (token: string): string => createHash('sha256').update(token).digest('hex');
