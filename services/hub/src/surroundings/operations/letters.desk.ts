import { releases, wholeDeadLetter, type WholeDeadLetter } from '@towncrier/contracts';
import { BrokerUnavailable } from '@towncrier/messaging';
import { z } from 'zod';
import { permit } from '../../access/permissions.ts';
import type { Actor } from '../../access/person.ts';
import { ProblemError } from '../../http/problem.ts';
import { factOf, lookOf } from '../../trail/audit.deed.ts';
import { operationsPermissions } from '../monitor/monitor.steps.ts';
import type { DeskParts } from './deliveries.desk.ts';
import type { LettersDone, SettleLetters } from './operations.requests.ts';

const requested = z.object({ requested: z.string() });
const letterList = z.object({ items: z.array(wholeDeadLetter) });
/** So many at once: whoever lays a thousand messages to rest should look more often than once. */
const most = 100;

interface LettersParts extends DeskParts {
  /** Tells a release or a withdrawal again; false for what this hub never let out. */
  readonly tellAgain: (operation: string) => Promise<boolean>;
}

/** What people do about messages that nobody could handle, kind by kind; each one has its line in the chain. */
export class LettersDesk {
  constructor(private readonly at: LettersParts) {}

  /** @throws ProblemError 403 · 404 · 409 `stale` where there are others than were seen · 503 */
  async settle(who: Actor, key: string, act: 'again' | 'void', asked: SettleLetters): Promise<LettersDone> {
    permit(who, operationsPermissions, act, 'DeadLetter');
    const letters = await this.ofKind(key);
    if (letters.length !== asked.expected)
      throw new ProblemError(409, 'stale', `这一类死信现在有 ${letters.length} 条；请刷新后核对再办`);
    const refusals: { id: string; words: string }[] = [];
    const now = letters.slice(0, most);
    for (const letter of now) {
      const words = await this.one(who, letter, act, asked.reason);
      if (words !== null) refusals.push({ id: letter.id, words });
    }
    return { done: now.length - refusals.length, left: letters.length - now.length, refusals };
  }

  /** All that is kept of them, to be looked at elsewhere. @throws ProblemError 403 · 404 · 503 */
  async export(who: Actor, key: string): Promise<readonly WholeDeadLetter[]> {
    permit(who, operationsPermissions, 'void', 'DeadLetter');
    const letters = await this.ofKind(key);
    const detail = { letters: String(letters.length) };
    const look = { of: `export/dead-letter/${key}`, act: 'dead-letter.export', about: `dead-letter/${key}` };
    await this.at.trail.append([lookOf({ ...look, by: who, at: this.at.clock(), detail })]);
    return letters;
  }

  /** Null when it was done; else why not. */
  private async one(
    who: Actor,
    letter: WholeDeadLetter,
    act: 'again' | 'void',
    reason: string,
  ): Promise<string | null> {
    const { id, subject, service } = letter;
    const at = this.at.clock();
    await this.at.trail.append([
      factOf({
        id: `dead-letter/${id}/${act}/${at.toISOString()}`,
        act: `dead-letter.${act}`,
        about: `dead-letter/${id}`,
        by: who,
        at,
        reason,
        detail: { service, subject },
      }),
    ]);
    try {
      if (act === 'again') await this.again(who, letter);
      await this.at.monitor.post(`dead-letters/${id}/settle`, requested, who.name, { act, reason });
      return null;
    } catch (error) {
      if (error instanceof ProblemError && error.details.status !== 503) return error.details.detail;
      if (error instanceof BrokerUnavailable)
        throw new ProblemError(503, 'broker-unavailable', '消息总线暂时不可用，请稍后再试');
      throw error;
    }
  }

  /** What was let out comes from the hub's own records, never from the letter: nobody gets a signature for words. */
  private async again(who: Actor, { id, subject, service, event }: WholeDeadLetter): Promise<void> {
    const prefix = (releases.subjects[0] ?? '').replace(/\*$/u, '');
    if (service === 'monitor' || !subject.startsWith(prefix)) {
      await this.at.monitor.post(`dead-letters/${id}/again`, requested, who.name, {});
      return;
    }
    const operation = operationOf(event ?? '');
    if (operation === null || !(await this.at.tellAgain(operation)))
      throw new ProblemError(
        409,
        'never-let-out',
        '编审中枢没有发布过这条消息，不能重新投递；请查明来源后作废',
      );
  }

  private async ofKind(key: string): Promise<readonly WholeDeadLetter[]> {
    const { items } = await this.at.monitor.post(`dead-letters/groups/${key}/letters`, letterList, 'hub', {});
    if (items.length === 0) throw new ProblemError(404, 'not-found', '这一类死信已经没有了；请刷新');
    return items;
  }
}

/** `publication:edition:released` (or `withdrawn`, told again or not) as the records name it. */
export function operationOf(event: string): string | null {
  const [, id, edition, what] =
    /^([0-9A-HJKMNP-TV-Z]{8}):(\d+):(released|withdrawn)(?::again-\d+)?$/.exec(event) ?? [];
  return id === undefined ? null : `${id}:${edition}:${what === 'released' ? 'publish' : 'withdraw'}`;
}
