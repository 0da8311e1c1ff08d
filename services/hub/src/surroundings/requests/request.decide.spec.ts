import { describe, expect, it } from 'vitest';
import { daily } from '../../testing/daily.calendar.ts';
import { answerDueOn } from './request.clock.ts';
import type { RequestCommand } from './request.commands.ts';
import { decideRequest } from './request.decide.ts';
import type { DisclosureRequest } from './request.ts';

const fresh: DisclosureRequest = {
  id: 'R1',
  state: 'submitted',
  organisation: 'kysrmzf',
  applicant: { kind: 'person', name: '张三', idNumber: '', contact: '13800000000' },
  wanted: { description: '征地补偿方案', form: 'email' },
  mode: 'online',
  submittedOn: '2026-03-02',
  receivedOn: null,
  correction: null,
  extension: null,
  consultations: [],
  answer: null,
};

/** Carries a request through; the last step is judged. */
class Case {
  request = fresh;
  private last: ReturnType<typeof decideRequest> | null = null;
  on(day: string, command: RequestCommand, by = 'wang'): this {
    this.last = decideRequest(command, this.request, { by, on: day }, daily);
    if (this.last.kind === 'done') this.request = this.last.next;
    return this;
  }
  refused(code: string, words: string): void {
    expect(this.last).toMatchObject({ kind: 'refused', code, words: expect.stringContaining(words) });
  }
  get due(): string | null {
    return answerDueOn(this.request, daily);
  }
}
const received = (): Case =>
  new Case().on('2026-03-03', { type: 'confirmReceipt', receivedOn: '2026-03-03' });
const asked = (): Case =>
  received().on('2026-03-05', { type: 'askForCorrection', words: '请写明地块', dueOn: '2026-03-20' });

describe('the clock of a request', () => {
  it('begins with its receipt and runs twenty working days', () => {
    expect(new Case().due).toBeNull();
    expect(received().due).toBe('2026-03-23');
  });

  it('stands while a correction is awaited, and begins anew with it', () => {
    expect(asked().due).toBeNull();
    expect(asked().on('2026-03-10', { type: 'takeCorrection', description: '灵泉东路 3 号地块' }).due).toBe(
      '2026-03-30',
    );
  });

  it('is longer by an extension, once', () => {
    const extend: RequestCommand = { type: 'extend', days: 20, reason: '材料多', approvedBy: 'zhao' };
    const once = received().on('2026-03-10', extend);
    expect(once.due).toBe('2026-04-12');
    once.on('2026-03-11', extend).refused('extended-before', '只能一次');
  });

  it('does not count the time of a consultation', () => {
    const consulting = received().on('2026-03-10', { type: 'consult', with: '某公司', kind: 'third-party' });
    expect(consulting.due).toBeNull();
    expect(consulting.on('2026-03-15', { type: 'endConsultation', outcome: '同意公开' }).due).toBe(
      '2026-03-28',
    );
  });
});

describe('what the law does not allow', () => {
  it('is to ask for a correction after seven working days, or twice', () => {
    received()
      .on('2026-03-11', { type: 'askForCorrection', words: 'x', dueOn: '2026-03-20' })
      .refused('too-late', '第三十条');
    asked()
      .on('2026-03-06', { type: 'takeCorrection', description: 'y' })
      .on('2026-03-07', { type: 'askForCorrection', words: 'x', dueOn: '2026-03-20' })
      .refused('asked-before', '一次性告知');
  });

  it('is to take a request as abandoned before its correction is due', () => {
    asked().on('2026-03-20', { type: 'giveUp' }).refused('too-early', '2026-03-20');
    expect(asked().on('2026-03-21', { type: 'giveUp' }).request.state).toBe('abandoned');
  });

  it('is to approve one’s own extension, or one of more than twenty working days', () => {
    received()
      .on('2026-03-10', { type: 'extend', days: 5, reason: 'x', approvedBy: 'wang' })
      .refused('needs-approval', '负责人同意');
    received()
      .on('2026-03-10', { type: 'extend', days: 21, reason: 'x', approvedBy: 'zhao' })
      .refused('too-long', '20 个工作日');
    received()
      .on('2026-03-24', { type: 'extend', days: 5, reason: 'x', approvedBy: 'zhao' })
      .refused('too-late', '已于 2026-03-23 届满');
  });

  it('is to answer what was never received', () => {
    new Case()
      .on('2026-03-03', { type: 'answer', kind: 'provided', words: '见附件', publication: null })
      .refused('wrong-state', '待登记');
  });
});

it('ends with one of the ways to answer, and in the archive', () => {
  const closed = received()
    .on('2026-03-10', {
      type: 'answer',
      kind: 'already-public',
      words: '见政府网站',
      publication: '7K3QZP4M',
    })
    .on('2026-03-11', { type: 'archive' });
  expect(closed.request).toMatchObject({
    state: 'archived',
    answer: { kind: 'already-public', on: '2026-03-10' },
  });
});
