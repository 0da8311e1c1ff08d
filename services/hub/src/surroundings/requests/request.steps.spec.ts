import { NoCalendarFor } from '@towncrier/calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { role } from '../../access/role.ts';
import type { Person } from '../../access/person.ts';
import type { Question } from '../../access/steps/question.ts';
import type { Step } from '../../access/steps/step.ts';
import type { WorkingDays } from '../../ports/working-days.ts';
import { daily } from '../../testing/daily.calendar.ts';

import type { RequestCommand } from './request.commands.ts';
import { decideRequest } from './request.decide.ts';
import { answerKinds, type AnswerKind, type DisclosureRequest } from './request.ts';
import { requestSteps } from './request.steps.ts';
import { requestStep } from './requests.requests.ts';

const filed: DisclosureRequest = {
  id: 'R1',
  state: 'submitted',
  organisation: 'kysrmzf',
  applicant: { kind: 'person', name: '张三', idNumber: '', contact: '' },
  wanted: { description: '征地补偿方案', form: 'email' },
  mode: 'online',
  submittedOn: '2026-03-02',
  receivedOn: null,
  correction: null,
  extension: null,
  consultations: [],
  answer: null,
};
const officer: Person = {
  name: 'wang',
  title: '王',
  roles: ['disclosure-officer'],
  organisation: 'kysrmzf',
};

const day = fc.nat(60).map((n) => daily.addWorkingDays('2026-03-02', n));
const words = fc.constant('事由');
const commands: fc.Arbitrary<RequestCommand> = fc.oneof(
  fc.record({ type: fc.constant('confirmReceipt' as const), receivedOn: day }),
  fc.record({ type: fc.constant('askForCorrection' as const), words, dueOn: day }),
  fc.record({ type: fc.constant('takeCorrection' as const), description: words }),
  fc.record({ type: fc.constant('giveUp' as const) }),
  fc.record({
    type: fc.constant('extend' as const),
    days: fc.integer({ min: 0, max: 25 }),
    reason: words,
    approvedBy: fc.constantFrom('wang', 'zhao'),
  }),
  fc.record({
    type: fc.constant('consult' as const),
    with: words,
    kind: fc.constantFrom('third-party' as const, 'co-maker' as const),
  }),
  fc.record({ type: fc.constant('endConsultation' as const), outcome: words }),
  fc.record({
    type: fc.constant('answer' as const),
    kind: fc.constantFrom(...(Object.keys(answerKinds) as AnswerKind[])),
    words,
    publication: fc.constant(null),
  }),
  fc.record({ type: fc.constant('archive' as const) }),
);
/** A request that was handled at random, the day on which somebody looks, and what they may wish. */
const scenes = fc
  .record({
    script: fc.array(fc.record({ command: commands, pause: fc.nat(6) }), { maxLength: 25 }),
    wish: commands,
  })
  .map(({ script, wish }) => {
    let [request, today] = [filed, filed.submittedOn];
    for (const { command, pause } of script) {
      today = daily.addWorkingDays(today, pause);
      const decision = decideRequest(command, request, { by: 'wang', on: today }, daily);
      if (decision.kind === 'done') request = decision.next;
    }
    return { request, today, wish };
  });

const answered = (question: Question): readonly [string, unknown][] => {
  switch (question.kind) {
    case 'date':
      return [[question.name, question.from ?? question.to]];
    case 'number':
      return [[question.name, question.to]];
    case 'choice':
      return [[question.name, question.choices.at(-1)?.value]];
    case 'line':
    case 'text':
      return [[question.name, '理'.repeat(question.longest)]];
    default:
      throw new Error(`nobody asks for ${question.kind} here`);
  }
};
/** The command that a step becomes when it is taken, as the controller reads it. */
function taken({ act, given, ask }: Step): RequestCommand {
  const answers = Object.fromEntries(ask.flatMap(answered));
  const { version: _version, ...command } = requestStep.parse({
    version: 1,
    type: act,
    ...given,
    ...answers,
  });
  return command;
}
const stepsOf = (request: DisclosureRequest, today: string, who = officer): readonly Step[] =>
  requestSteps(who, request, today, daily);

describe('the steps of a disclosure request', () => {
  it('are done when they are allowed and taken at once, and refused in the words they show when not', () => {
    fc.assert(
      fc.property(scenes, ({ request, today }) => {
        for (const step of stepsOf(request, today)) {
          const decision = decideRequest(taken(step), request, { by: 'wang', on: today }, daily);
          expect(decision, step.act).toMatchObject(
            step.allowed ? { kind: 'done' } : { kind: 'refused', words: step.why },
          );
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('list every command that would succeed', () => {
    fc.assert(
      fc.property(scenes, ({ request, today, wish }) => {
        if (decideRequest(wish, request, { by: 'wang', on: today }, daily).kind === 'done')
          expect(stepsOf(request, today)).toContainEqual(
            expect.objectContaining({ act: wish.type, allowed: true }),
          );
      }),
      { numRuns: 1000 },
    );
  });

  it('are for nobody but the disclosure office', () => {
    for (const other of role.options.filter((r) => r !== 'disclosure-officer'))
      expect(stepsOf(filed, '2026-03-03', { ...officer, roles: [other] })).toEqual([]);
  });

  it('tell the clerk what the law says against one of them', () => {
    const asked: DisclosureRequest = {
      ...filed,
      state: 'correction-asked',
      receivedOn: '2026-03-03',
      correction: { askedOn: '2026-03-04', words: '请写明地块', dueOn: '2026-03-20', answeredOn: null },
    };
    const giveUp = (today: string): Step | undefined => stepsOf(asked, today).find((s) => s.act === 'giveUp');
    expect(giveUp('2026-03-20')).toMatchObject({ allowed: false, why: expect.stringContaining('第三十条') });
    expect(giveUp('2026-03-21')).toMatchObject({ allowed: true });
  });

  it('say which calendar is missing instead of failing', () => {
    const nextYear: WorkingDays = {
      ...daily,
      addWorkingDays: () => {
        throw new NoCalendarFor(2027);
      },
    };
    const handling: DisclosureRequest = { ...filed, state: 'handling', receivedOn: '2026-12-20' };
    const steps = requestSteps(officer, handling, '2026-12-21', nextYear);
    expect(steps.find((s) => s.act === 'consult')).toMatchObject({
      allowed: false,
      why: expect.stringContaining('2027'),
    });
    expect(steps.find((s) => s.act === 'answer')).toMatchObject({ allowed: true });
  });
});
