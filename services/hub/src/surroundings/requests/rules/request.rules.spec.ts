import { describe, expect, it } from 'vitest';
import { daily } from '../../../testing/daily.calendar.ts';
import type { RequestCommand, RequestDecision } from '../request.commands.ts';
import { decideRequest } from '../request.decide.ts';
import { requestStates, type DisclosureRequest, type RequestState } from '../request.ts';

/** A request in some state, received on 3 March. */
const request = (state: RequestState, more: Partial<DisclosureRequest> = {}): DisclosureRequest => ({
  id: 'R1',
  state,
  organisation: 'kysrmzf',
  applicant: { kind: 'person', name: '张三', idNumber: '530102', contact: '13800000000' },
  wanted: { description: '征地补偿方案', form: 'email' },
  mode: 'online',
  submittedOn: '2026-03-02',
  receivedOn: '2026-03-03',
  correction: null,
  extension: null,
  consultations: [],
  answer: null,
  ...more,
});
const correction = { askedOn: '2026-03-05', words: '请写明地块', dueOn: '2026-03-20', answeredOn: null };
const consultation = {
  with: '某公司',
  kind: 'third-party' as const,
  from: '2026-03-06',
  dueOn: '2026-03-21',
  to: null,
  outcome: null,
};

const commands = {
  confirmReceipt: { type: 'confirmReceipt', receivedOn: '2026-03-04' },
  askForCorrection: { type: 'askForCorrection', words: '请写明地块', dueOn: '2026-03-20' },
  takeCorrection: { type: 'takeCorrection', description: '灵泉东路 3 号地块' },
  giveUp: { type: 'giveUp' },
  extend: { type: 'extend', days: 20, reason: '材料多', approvedBy: 'zhao' },
  consult: { type: 'consult', with: '某公司', kind: 'third-party' },
  endConsultation: { type: 'endConsultation', outcome: '同意公开' },
  answer: { type: 'answer', kind: 'provided', words: '见附件', publication: null },
  archive: { type: 'archive' },
} as const satisfies { readonly [T in RequestCommand['type']]: Extract<RequestCommand, { type: T }> };

const allowedIn: Readonly<Record<RequestCommand['type'], readonly RequestState[]>> = {
  confirmReceipt: ['submitted'],
  askForCorrection: ['handling'],
  takeCorrection: ['correction-asked'],
  giveUp: ['correction-asked'],
  extend: ['handling'],
  consult: ['handling'],
  endConsultation: ['consulting'],
  answer: ['handling'],
  archive: ['answered', 'abandoned'],
};

const decided = (command: RequestCommand, at: DisclosureRequest, on = '2026-03-06'): RequestDecision =>
  decideRequest(command, at, { by: 'wang', on }, daily);

describe.each(Object.values(commands))('$type', (command) => {
  it.each(Object.keys(requestStates) as RequestState[])('of a request that is %s', (state) => {
    const decision = decided(command, request(state));

    if (allowedIn[command.type].includes(state)) expect(decision.kind).toBe('done');
    else
      expect(decision).toEqual({
        kind: 'refused',
        code: 'wrong-state',
        words: `该申请当前为“${requestStates[state]}”，不能进行这项办理`,
      });
  });
});

describe('the receipt', () => {
  it('is on the day somebody confirms, and the office begins', () => {
    expect(decided(commands.confirmReceipt, request('submitted', { receivedOn: null }))).toMatchObject({
      next: { state: 'handling', receivedOn: '2026-03-04' },
    });
  });

  it.each(['2026-03-01', '2026-03-07'])('is not before the filing, nor after today: %s', (receivedOn) => {
    expect(decided({ type: 'confirmReceipt', receivedOn }, request('submitted'))).toMatchObject({
      code: 'bad-date',
      words: expect.stringContaining('第三十一条'),
    });
  });
});

describe('a correction', () => {
  it('is asked for on the seventh working day at the latest', () => {
    expect(decided(commands.askForCorrection, request('handling'), '2026-03-10')).toMatchObject({
      next: { state: 'correction-asked', correction: { askedOn: '2026-03-10', dueOn: '2026-03-20' } },
    });
    expect(decided(commands.askForCorrection, request('handling'), '2026-03-11')).toMatchObject({
      code: 'too-late',
      words: expect.stringContaining('已于 2026-03-10 届满'),
    });
  });

  it('leaves the applicant at least a day', () => {
    expect(decided({ ...commands.askForCorrection, dueOn: '2026-03-06' }, request('handling'))).toMatchObject(
      {
        code: 'bad-date',
        words: expect.stringContaining('合理的时间'),
      },
    );
  });

  it('is asked for once', () => {
    expect(decided(commands.askForCorrection, request('handling', { correction }))).toMatchObject({
      code: 'asked-before',
    });
  });

  it('says anew what is wanted, and in which form stays', () => {
    expect(decided(commands.takeCorrection, request('correction-asked', { correction }))).toMatchObject({
      next: {
        state: 'handling',
        wanted: { description: '灵泉东路 3 号地块', form: 'email' },
        correction: { ...correction, answeredOn: '2026-03-06' },
      },
    });
  });

  it('that does not come ends the request, but not on its last day', () => {
    const waiting = request('correction-asked', { correction });
    expect(decided(commands.giveUp, waiting, '2026-03-20')).toMatchObject({ code: 'too-early' });
    expect(decided(commands.giveUp, waiting, '2026-03-21')).toMatchObject({ next: { state: 'abandoned' } });
  });
});

describe('an extension', () => {
  it('is kept with its reason and whoever consented', () => {
    expect(decided(commands.extend, request('handling'))).toMatchObject({
      next: {
        state: 'handling',
        extension: { days: 20, reason: '材料多', approvedBy: 'zhao', on: '2026-03-06' },
      },
    });
  });

  it.each([
    ['too-long', { days: 0 }],
    ['too-long', { days: 21 }],
    ['needs-approval', { approvedBy: 'wang' }],
  ])('is refused as %s with %j', (code, more) => {
    expect(decided({ ...commands.extend, ...more }, request('handling'))).toMatchObject({ code });
  });

  it('comes before the time is over', () => {
    expect(decided(commands.extend, request('handling'), '2026-03-23').kind).toBe('done');
    expect(decided(commands.extend, request('handling'), '2026-03-24')).toMatchObject({ code: 'too-late' });
  });
});

describe('a consultation', () => {
  it('gives whoever is heard fifteen working days', () => {
    expect(decided(commands.consult, request('handling'))).toMatchObject({
      next: { state: 'consulting', consultations: [consultation] },
    });
  });

  it('ends alone: those that ended before stay as they were', () => {
    const earlier = { ...consultation, to: '2026-03-05', outcome: '不同意' };
    const consulting = request('consulting', { consultations: [earlier, consultation] });

    expect(decided(commands.endConsultation, consulting, '2026-03-08')).toMatchObject({
      next: {
        state: 'handling',
        consultations: [earlier, { ...consultation, to: '2026-03-08', outcome: '同意公开' }],
      },
    });
  });
});

it('an answer keeps its day and the publication it points to', () => {
  const pointing = { ...commands.answer, kind: 'already-public' as const, publication: '7K3QZP4M' };
  expect(decided(pointing, request('handling'))).toMatchObject({
    next: {
      state: 'answered',
      answer: { kind: 'already-public', words: '见附件', on: '2026-03-06', publication: '7K3QZP4M' },
    },
  });
});
