import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { context, propagation, SpanKind, trace } from '@opentelemetry/api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTelemetry, type Telemetry } from './start.ts';
import { currentTraceparent, withSpan } from './tracing.ts';

const parent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

interface ToldSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  status: { code?: number };
  attributes: { key: string; value: { stringValue: string } }[];
}
interface Told {
  resourceSpans: {
    resource: { attributes: { key: string; value: { stringValue: string } }[] };
    scopeSpans: { spans: ToldSpan[] }[];
  }[];
}

/** A collector that keeps what it is told. */
class Collector {
  readonly told: Told[] = [];
  private readonly server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request
      .on('data', (part: Buffer) => parts.push(part))
      .on('end', () => {
        if (request.url === '/v1/traces') this.told.push(JSON.parse(Buffer.concat(parts).toString()) as Told);
        response.end('{}');
      });
  });
  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }
  spans(): ToldSpan[] {
    return this.told
      .flatMap((t) => t.resourceSpans)
      .flatMap((r) => r.scopeSpans)
      .flatMap((s) => s.spans);
  }
  close(): void {
    this.server.close();
  }
}

describe('with tracing off', () => {
  it('work is done and nothing is traced', async () => {
    expect(await withSpan('save', { parent }, async () => currentTraceparent() ?? 'untraced')).toBe(
      'untraced',
    );
  });

  it('the tracing library is not even loaded', () => {
    const script = `import { registerHooks } from 'node:module';
      const loaded = [];
      registerHooks({ load(url, context, next) { loaded.push(url); return next(url, context); } });
      const { startTelemetry } = await import(${JSON.stringify(new URL('./start.ts', import.meta.url).href)});
      await startTelemetry({ service: 'hub' }).then((t) => t.shutdown());
      console.log(JSON.stringify({ start: loaded.some((url) => url.endsWith('/start.ts')), sdk: loaded.filter((url) => /@opentelemetry.(sdk|exporter)/.test(url)).length }));`;
    const options = [
      '--no-warnings',
      '--experimental-transform-types',
      '--input-type=module',
      '--eval',
      script,
    ];
    const loaded: unknown = JSON.parse(
      execFileSync(process.execPath, options, {
        encoding: 'utf8',
        cwd: fileURLToPath(new URL('.', import.meta.url)),
      }),
    );
    expect(loaded).toEqual({ start: true, sdk: 0 });
  });
});

describe('with a collector named', () => {
  let collector: Collector;
  let telemetry: Telemetry;
  beforeEach(async () => {
    collector = new Collector();
    telemetry = await startTelemetry({ service: 'hub', endpoint: await collector.open() });
  });
  afterEach(() => {
    collector.close();
    trace.disable();
    context.disable();
    propagation.disable();
  });

  it('work continues the trace that caused it', async () => {
    const inside = await withSpan(
      'publish',
      { kind: SpanKind.PRODUCER, parent, attributes: { channel: 'sms' } },
      async () => currentTraceparent(),
    );
    await telemetry.shutdown();

    const [span] = collector.spans();
    expect(span).toMatchObject({
      name: 'publish',
      kind: 4,
      traceId: '0af7651916cd43dd8448eb211c80319c',
      parentSpanId: 'b7ad6b7169203331',
      attributes: [{ key: 'channel', value: { stringValue: 'sms' } }],
    });
    expect(inside).toBe(`00-0af7651916cd43dd8448eb211c80319c-${span?.spanId}-01`);
  });

  it('a failure is noted on the span and passed on as it is', async () => {
    const failure = new Error('far end busy');
    await expect(withSpan('publish', {}, () => Promise.reject(failure))).rejects.toBe(failure);
    await telemetry.shutdown();
    expect(collector.spans()[0]?.status.code).toBe(2);
  });

  it('spans say which service they are of', async () => {
    await withSpan('approve', {}, () => Promise.resolve());
    await telemetry.shutdown();
    expect(collector.told[0]?.resourceSpans[0]?.resource.attributes).toContainEqual({
      key: 'service.name',
      value: { stringValue: 'towncrier-hub' },
    });
  });
});
