import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import { metricNames } from './metric-names.ts';

export interface Metrics {
  /** `outcome`: handled, retried, dead. */
  messageHandled(subject: string, outcome: string): void;
  /** `seconds` from release to rest. */
  deliverySettled(channel: string, operation: string, outcome: string, seconds: number): void;
  outboxRelayed(count: number): void;
  /** Prometheus text format 0.0.4. */
  render(): Promise<string>;
}

export function createMetrics(service: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const handled = new Counter({ name: metricNames.messagesHandled, help: 'Messages taken from the broker', labelNames: ['subject', 'outcome'], registers });
  const settled = new Counter({ name: metricNames.deliveriesSettled, help: 'Deliveries come to rest', labelNames: ['channel', 'operation', 'outcome'], registers });
  const seconds = new Histogram({ name: metricNames.deliverySeconds, help: 'From release to rest', labelNames: ['channel', 'operation'], buckets: [0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300, 1800, 7200], registers });
  const relayed = new Counter({ name: metricNames.outboxRelayed, help: 'Events handed to the broker', registers });
  return {
    messageHandled: (subject, outcome) => handled.inc({ subject, outcome }),
    deliverySettled: (channel, operation, outcome, took) => {
      settled.inc({ channel, operation, outcome });
      seconds.observe({ channel, operation }, Math.max(0, took));
    },
    outboxRelayed: (count) => relayed.inc(count),
    render: () => registry.metrics(),
  };
}
