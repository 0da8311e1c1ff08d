import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { metricNames } from './metric-names.ts';

export interface Metrics {
  /** `outcome`: handled, retried, dead. */
  messageHandled(subject: string, outcome: string): void;
  /** `seconds` from release to rest. */
  deliverySettled(channel: string, operation: string, outcome: string, seconds: number): void;
  outboxRelayed(count: number): void;
  /** `count` is asked only when somebody reads the metrics; where it fails, the last number stands. */
  outboxWaiting(count: () => Promise<number>): void;
  /** Prometheus text format 0.0.4. */
  render(): Promise<string>;
}

export function createMetrics(service: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const handled = new Counter({
    name: metricNames.messagesHandled,
    help: 'Messages taken from the broker',
    labelNames: ['subject', 'outcome'],
    registers,
  });
  const settled = new Counter({
    name: metricNames.deliveriesSettled,
    help: 'Deliveries come to rest',
    labelNames: ['channel', 'operation', 'outcome'],
    registers,
  });
  const seconds = new Histogram({
    name: metricNames.deliverySeconds,
    help: 'From release to rest',
    labelNames: ['channel', 'operation'],
    buckets: [0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300, 1800, 7200],
    registers,
  });
  const relayed = new Counter({
    name: metricNames.outboxRelayed,
    help: 'Events handed to the broker',
    registers,
  });
  let waiting: (() => Promise<number>) | null = null;
  const register = (count: () => Promise<number>): void => {
    const first = waiting === null;
    waiting = count;
    if (!first) return;
    new Gauge({
      name: metricNames.outboxWaiting,
      help: 'Documents with events the broker has not stored yet',
      registers,
      async collect() {
        const now = await waiting?.().catch(() => undefined);
        if (now !== undefined) this.set(now);
      },
    });
  };
  return {
    messageHandled: (subject, outcome) => handled.inc({ subject, outcome }),
    deliverySettled: (channel, operation, outcome, took) => {
      settled.inc({ channel, operation, outcome });
      seconds.observe({ channel, operation }, Math.max(0, took));
    },
    outboxRelayed: (count) => relayed.inc(count),
    outboxWaiting: register,
    render: () => registry.metrics(),
  };
}
