import { setTimeout as sleep } from 'node:timers/promises';
import type { Message, MessageStore } from './message.store.ts';

const callbackSecret = 'twin-callback-secret';
const attempts = 20;

/** SmsReport: tells the channel what was delivered, again while it is not answered with code 0. */
export class ReportSender {
  private closed = false;

  constructor(
    private readonly store: MessageStore,
    private readonly channelUrl: string,
  ) {}

  async report(batch: readonly Message[]): Promise<void> {
    for (let attempt = 0; attempt < attempts && !this.closed; attempt += 1) {
      await sleep(60 + attempt * 200, undefined, { ref: false });
      const taken = await this.send(batch).catch(() => false);
      if (taken) return this.store.reported(batch);
    }
  }

  close(): void {
    this.closed = true;
  }

  private async send(batch: readonly Message[]): Promise<boolean> {
    const answer = await fetch(`${this.channelUrl}/callbacks/sms-report/${callbackSecret}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(batch.map(reportOf)),
      signal: AbortSignal.timeout(5000),
    });
    return answer.ok && ((await answer.json()) as { code: number }).code === 0;
  }
}

const reportOf = (m: Message): object => ({
  phone_number: m.phone,
  send_time: m.at,
  report_time: new Date().toISOString(),
  success: m.delivered,
  err_code: m.delivered ? 'DELIVERED' : 'MK:0001',
  err_msg: '',
  sms_size: '1',
  biz_id: m.bizId,
  out_id: m.outId,
});
