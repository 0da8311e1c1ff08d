import {
  deliveryAttemptedV1,
  deliverySettledV1,
  type DeliveryAttempted,
  type DeliverySettled,
  type Envelope,
} from '@towncrier/contracts';
import type { Broker, Directory, Shelf } from '@towncrier/messaging';

/** A broker that remembers what was published, without repeats by id; questions are answered in process. */
export class MemoryBroker implements Broker {
  readonly connected = true;
  readonly events: Envelope<unknown>[] = [];
  private readonly answers = new Map<string, (question: unknown) => Promise<unknown>>();
  readonly shelved = new Map<string, Uint8Array>();
  private readonly entries = new Map<string, unknown>();

  publish(
    _subject: string,
    envelope: Envelope<unknown>,
  ): Promise<{ stream: string; sequence: number; duplicate: boolean }> {
    const duplicate = this.events.some((e) => e.id === envelope.id);
    if (!duplicate) this.events.push(envelope);
    return Promise.resolve({ stream: 'memory', sequence: this.events.length, duplicate });
  }
  provision(): Promise<void> {
    return Promise.resolve();
  }
  onRebirth(): void {
    /* memory is never reborn */
  }
  directory(): Promise<Directory> {
    return Promise.resolve({
      put: (key, value) => {
        this.entries.set(key, value);
        return Promise.resolve();
      },
      list: () => Promise.resolve([...this.entries].map(([key, value]) => ({ key, value }))),
      remove: (key) => {
        this.entries.delete(key);
        return Promise.resolve();
      },
    });
  }
  shelf(): Promise<Shelf> {
    return Promise.resolve({
      put: (name, bytes) => {
        this.shelved.set(name, bytes);
        return Promise.resolve();
      },
      get: (name) => Promise.resolve(this.shelved.get(name) ?? null),
    });
  }
  ask(subject: string, question: unknown): Promise<unknown> {
    const answer = this.answers.get(subject);
    return answer === undefined ? Promise.reject(new Error(`nobody answers ${subject}`)) : answer(question);
  }
  answer(subject: string, reply: (question: unknown) => Promise<unknown>): Promise<void> {
    this.answers.set(subject, reply);
    return Promise.resolve();
  }
  close(): Promise<void> {
    return Promise.resolve();
  }

  settled(delivery: string): DeliverySettled | undefined {
    const found = this.events.findLast((e) => e.type === deliverySettledV1.type && e.subject === delivery);
    return found?.data as DeliverySettled | undefined;
  }
  /** How often it has come to rest. */
  settlements(delivery: string): number {
    return this.events.filter((e) => e.type === deliverySettledV1.type && e.subject === delivery).length;
  }
  attempts(delivery: string): readonly DeliveryAttempted[] {
    return this.events
      .filter((e) => e.type === deliveryAttemptedV1.type && e.subject === delivery)
      .map((e) => e.data as DeliveryAttempted);
  }
}
