import {
  registerAsked,
  type Reach,
  type RegisterAnswer,
  type RegisteredTarget,
  type RegisterProblem,
} from '@towncrier/contracts';
import { z } from 'zod';
import type { Meant } from './target.declaration.ts';
import { formFault, problemsOf, valueAt } from './register.problems.ts';
import type { TargetRegister } from './target.register.ts';

/** So many problems are told one by one: more help nobody. */
const toldProblems = 500;

/** Answers what is asked of a register. A question that no register understands throws: nobody asks it. */
export async function answerRegister(
  channel: string,
  register: TargetRegister,
  question: unknown,
): Promise<RegisterAnswer> {
  const read = registerAsked.safeParse(question);
  if (!read.success) return unreadable(read.error, question);
  const asked = read.data;
  switch (asked.ask) {
    case 'kinds':
      return { answer: 'kinds', kinds: [...register.kinds()] };
    case 'list': {
      const { items, total, next } = await register.list(asked.where, asked.after, asked.limit);
      return { answer: 'list', items: [...items], total, next };
    }
    case 'one':
      return { answer: 'one', target: await register.one(asked.id) };
    case 'write':
      return told(await register.write(asked.rows, asked.apply, asked.by));
    case 'state':
      return told(await register.state(asked.id, asked.to, asked.expected, asked.by));
    case 'reach':
      return { answer: 'reach', reach: await reachOf(channel, register, asked) };
  }
}

async function reachOf(channel: string, register: TargetRegister, meant: Meant): Promise<Reach> {
  const { reached, withoutConsent, resting, unknown } = await register.resolve(meant);
  const active = await register.activeByKind();
  const perKind = Map.groupBy(reached, ({ kind }) => kind);
  const places = register.kinds().filter(({ choice }) => choice !== 'never');
  const kinds = places.map(({ id, measure }) => ({
    kind: id,
    measure,
    reached: perKind.get(id)?.length ?? 0,
    of: active.get(id) ?? 0,
  }));
  // Whoever is asked to act looks at the paused ones first; retired ones only grow in number.
  const restingFirst = [...resting].sort((one, other) => Number(isRetired(one)) - Number(isRetired(other)));
  return {
    channel,
    kinds,
    reached: reached.length,
    of: kinds.reduce((sum, { of }) => sum + of, 0),
    sample: named(reached),
    withoutConsent: named(withoutConsent),
    resting: named(restingFirst),
    unknown: unknown.slice(0, 50),
  };
}

const isRetired = ({ state }: RegisteredTarget): boolean => state.is === 'retired';
const named = (targets: readonly RegisteredTarget[]): Reach['sample'] =>
  targets.slice(0, 50).map(({ id, title }) => ({ id, title }));

function told(answer: RegisterAnswer): RegisterAnswer {
  if (answer.answer !== 'refused' || answer.problems.length <= toldProblems) return answer;
  const rest = answer.problems.length - toldProblems;
  const last = { message: `另有 ${rest} 处问题没有列出`, remedy: '请先更正以上各处，再试一次' };
  return { answer: 'refused', problems: [...answer.problems.slice(0, toldProblems), last] };
}

const rowsAsked = z.looseObject({ ask: z.literal('write'), rows: z.array(z.unknown()) });
const rowAsked = z.looseObject({
  row: z.int().positive().optional().catch(undefined),
  target: z.looseObject({ id: z.string().max(40).optional().catch(undefined) }).catch({}),
});

/** Rows that are not as every target must be are told to who wrote them. @throws ZodError for all else */
function unreadable(error: z.ZodError, question: unknown): RegisterAnswer {
  const asked = rowsAsked.safeParse(question);
  if (!asked.success) throw error;
  const { rows } = asked.data;
  const problems = error.issues.map((issue): RegisterProblem => {
    const [list, n, ...path] = issue.path;
    if (list !== 'rows' || typeof n !== 'number')
      return { message: '写入请求不完整', remedy: `请写入 1 至 20000 行（现有 ${rows.length} 行）` };
    const whole = valueAt(question, ['rows', n]);
    const { row, target } = rowAsked.parse(whole);
    return (
      problemsOf(row, target.id, [formFault({ ...issue, path }, whole)])[0] ?? {
        message: '写入请求不完整',
        remedy: '请重试',
      }
    );
  });
  return told({ answer: 'refused', problems });
}
