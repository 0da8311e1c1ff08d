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
  const handled = new Counter({
    name: metricNames.messagesHandled,
    help: 'Messages taken from the broker',
    labelNames: ['subject', 'outcome'],
    registers: [registry],
  });
  const relayed = new Counter({
    name: metricNames.outboxRelayed,
    help: 'Events handed to the broker',
    registers: [registry],
  });
  return {
    messageHandled: (subject, outcome) => handled.inc({ subject, outcome }),
    deliverySettled: deliveries(registry),
    outboxRelayed: (count) => relayed.inc(count),
    outboxWaiting: waiting(registry),
    render: () => registry.metrics(),
  };
}

function deliveries(registry: Registry): Metrics['deliverySettled'] {
  const settled = new Counter({
    name: metricNames.deliveriesSettled,
    help: 'Deliveries come to rest',
    labelNames: ['channel', 'operation', 'outcome'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: metricNames.deliverySeconds,
    help: 'From release to rest',
    labelNames: ['channel', 'operation'],
    buckets: [0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300, 1800, 7200],
    registers: [registry],
  });
  return (channel, operation, outcome, took) => {
    settled.inc({ channel, operation, outcome });
    seconds.observe({ channel, operation }, Math.max(0, took));
  };
}

/** The gauge is there once somebody can tell the number. */
function waiting(registry: Registry): Metrics['outboxWaiting'] {
  let ask: (() => Promise<number>) | null = null;
  return (count) => {
    const first = ask === null;
    ask = count;
    if (!first) return;
    new Gauge({
      name: metricNames.outboxWaiting,
      help: 'Documents with events the broker has not stored yet',
      registers: [registry],
      async collect() {
        const now = await ask?.().catch(() => undefined);
        if (now !== undefined) this.set(now);
      },
    });
  };
}
