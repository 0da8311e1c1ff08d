import { describe, expect, it } from 'vitest';
import { createMetrics } from './metrics.ts';

describe('the metrics of a service', () => {
  it('count what was handled, settled and relayed', async () => {
    const metrics = createMetrics('channel-sms');
    metrics.messageHandled('a.subject', 'handled');
    metrics.deliverySettled('sms', 'publish', 'confirmed', 1.5);
    metrics.outboxRelayed(3);

    const text = await metrics.render();

    expect(text).toContain(
      'towncrier_messages_handled_total{subject="a.subject",outcome="handled",service="channel-sms"} 1',
    );
    expect(text).toContain(
      'towncrier_deliveries_settled_total{channel="sms",operation="publish",outcome="confirmed",service="channel-sms"} 1',
    );
    expect(text).toContain(
      'towncrier_delivery_seconds_bucket{le="2",service="channel-sms",channel="sms",operation="publish"} 1',
    );
    expect(text).toContain('towncrier_outbox_relayed_total{service="channel-sms"} 3');
    expect(text).toContain('process_cpu_seconds_total');
  });

  it('ask how much waits only when somebody reads them', async () => {
    const metrics = createMetrics('hub');
    let asked = 0;
    metrics.outboxWaiting(async () => {
      asked += 1;
      return 7;
    });
    expect(asked).toBe(0);
    expect(await metrics.render()).toContain('towncrier_outbox_waiting{service="hub"} 7');
    expect(asked).toBe(1);
  });

  it('can be read though the store cannot', async () => {
    const metrics = createMetrics('hub');
    metrics.outboxWaiting(() => Promise.reject(new Error('disk full')));
    expect(await metrics.render()).toContain('towncrier_outbox_relayed_total');
  });

  it('of two services in one process are kept apart', async () => {
    const [one, two] = [createMetrics('one'), createMetrics('two')];
    one.outboxRelayed(1);
    expect(await two.render()).toContain('towncrier_outbox_relayed_total{service="two"} 0');
  });
});
