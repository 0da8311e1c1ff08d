import {
  registerAnswer,
  registerQuestion,
  type RegisterAnswer,
  type RegisterAsked,
  type RegisterProblem,
} from '@towncrier/contracts';
import { NoAnswer, type Broker } from '@towncrier/messaging';
import { ProblemError } from '../../http/problem.ts';

/** How long (ms) a register may take for a look, and for writing twenty thousand rows. */
const lookMs = 5000;
const writeMs = 60_000;

type Kind = RegisterAsked['ask'];
type Writing = Extract<RegisterAsked, { ask: 'write' }>;
/** A row as somebody wrote it: whether it is a target its channel says, in words for that person. */
export interface RowToWrite extends Pick<Writing['rows'][number], 'expected'> {
  readonly row?: number;
  readonly target: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, string>>;
}
type Question<A extends Kind> = A extends 'write'
  ? Omit<Writing, 'rows'> & { readonly rows: readonly RowToWrite[] }
  : Extract<RegisterAsked, { ask: A }>;
interface Answering {
  kinds: 'kinds';
  list: 'list';
  one: 'one';
  write: 'written';
  state: 'written';
  reach: 'reach';
}
type Told<A extends Kind> = Extract<RegisterAnswer, { answer: Answering[A] }>;
const answering: Answering = {
  kinds: 'kinds',
  list: 'list',
  one: 'one',
  write: 'written',
  state: 'written',
  reach: 'reach',
};

/** Asks a channel's register. */
export class RegisterClient {
  constructor(private readonly broker: Pick<Broker, 'ask'>) {}

  /** @throws ProblemError 503 `channel-unavailable` · 422 `register-refused` with `rows` */
  async ask<A extends Kind>(channel: string, question: Question<A>): Promise<Told<A>> {
    const writes = question.ask === 'write' || question.ask === 'state';
    const answer = await this.answerOf(channel, question, writes ? writeMs : lookMs);
    if (answer.answer === 'refused') throw refused(answer.problems);
    if (answer.answer !== answering[question.ask]) throw unavailable(channel, `answered ${answer.answer}`);
    return answer as Told<A>;
  }

  private async answerOf(channel: string, question: Question<Kind>, ms: number): Promise<RegisterAnswer> {
    try {
      return registerAnswer.parse(await this.broker.ask(registerQuestion(channel), question, ms));
    } catch (cause) {
      throw unavailable(channel, cause instanceof NoAnswer ? 'no answer' : cause);
    }
  }
}

const unavailable = (channel: string, cause: unknown): ProblemError =>
  new ProblemError(
    503,
    'channel-unavailable',
    `渠道“${channel}”没有应答，不知道是否已经办理；请待渠道恢复后刷新核对，再决定是否重新提交`,
    { cause },
  );

/** Nothing was changed; every problem names its row or target. */
export function refused(problems: readonly RegisterProblem[]): ProblemError {
  const [first] = problems;
  const more = problems.length > 1 ? `（共 ${problems.length} 处）` : '';
  const words = first === undefined ? '渠道没有接受' : wordsOf(first);
  return new ProblemError(422, 'register-refused', `没有任何终端被改动。${words}${more}`, {
    rows: [...problems],
  });
}

function wordsOf({ row, target, message, remedy }: RegisterProblem): string {
  const where = [row === undefined ? '' : `第 ${row} 行`, target === undefined ? '' : `终端“${target}”`];
  const at = where.filter((part) => part !== '').join('，');
  const plain = (text: string): string => text.replace(/。$/u, '');
  return `${at}${at === '' ? '' : '：'}${plain(message)}；${plain(remedy)}`;
}
