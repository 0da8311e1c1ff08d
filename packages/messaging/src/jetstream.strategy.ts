import { Catch, type ExceptionFilter } from '@nestjs/common';
import { BaseRpcContext, Server, type CustomTransportStrategy } from '@nestjs/microservices';
import type { Metrics } from '@towncrier/telemetry';
import { finalize, lastValueFrom, throwError, type Observable } from 'rxjs';
import { z } from 'zod';
import { consume, type Consumption } from './consume.ts';
import type { Owner } from './durable.ts';
import type { BrokerLog } from './broker.log.ts';
import type { JetStreamBroker } from './jetstream.broker.ts';
import type { Check } from './signed.releases.ts';

/** What a handler must say beside its subject: `@EventPattern(subject, { stream, durable, slots })`. */
const binding = z.looseObject({
  stream: z.string(),
  durable: z.string(),
  slots: z.int().positive(),
  deliver: z.enum(['all', 'new']).optional(),
});

export interface StrategyOptions {
  readonly broker: JetStreamBroker;
  readonly service: string;
  readonly log: BrokerLog;
  readonly metrics?: Pick<Metrics, 'messageHandled'>;
  /** The store behind the handlers: durables of another one are refused. */
  readonly owner?: Owner;
  /** Looks at each message before a handler gets it. */
  readonly check?: Check;
}

/** JetStream as a transport of NestJS: a handler returns or throws, the loop acknowledges. */
export class JetStreamStrategy extends Server implements CustomTransportStrategy {
  override readonly propagatesEventHandlerErrors = true;
  override readonly transportId = Symbol('JETSTREAM');
  private readonly running: Consumption[] = [];

  constructor(private readonly options: StrategyOptions) {
    super();
  }

  async listen(callback: (error?: unknown) => void): Promise<void> {
    try {
      for (const [subject, handler] of this.messageHandlers)
        await this.bind(subject, binding.parse(handler.extras ?? {}));
      callback();
    } catch (error) {
      callback(error);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.running.splice(0).map((one) => one.close()));
  }

  on(): void {
    /* no events of its own */
  }
  unwrap<T>(): T {
    return this.options.broker as T;
  }

  /** As ServerKafka does: wait for the handler and let its error through. The base class would swallow it. */
  override async handleEvent(
    pattern: string,
    packet: { pattern: string; data: unknown },
    context: BaseRpcContext,
  ): Promise<void> {
    const handler = this.getHandlerByPattern(pattern);
    if (handler === null) throw new Error(`no handler for ${pattern}`);
    const end = this.createProcessingEndHookRunner(context);
    await new Promise<void>((resolve, reject) => {
      this.onProcessingStartHook(this.transportId, context, async () => {
        try {
          const stream = this.transformToObservable(
            await handler(packet.data, context),
          ) as Observable<unknown>;
          await lastValueFrom(stream.pipe(finalize(end)), { defaultValue: undefined });
          resolve();
        } catch (error) {
          end();
          reject(error as Error);
        }
      });
    });
  }

  private async bind(subject: string, to: z.infer<typeof binding>): Promise<void> {
    const { broker, service, log, metrics, owner, check } = this.options;
    this.running.push(
      await consume({
        broker,
        service,
        subject,
        stream: to.stream,
        durable: to.durable,
        slots: to.slots,
        log,
        ...(owner === undefined ? {} : { owner }),
        ...(check === undefined ? {} : { check }),
        ...(to.deliver === undefined ? {} : { deliver: to.deliver }),
        ...(metrics === undefined
          ? {}
          : { onSettled: (where, settlement) => metrics.messageHandled(where, settlement) }),
        handle: (data) =>
          this.handleEvent(subject, { pattern: subject, data }, new BaseRpcContext([subject])),
      }),
    );
  }
}

/**
 * Nest turns unknown errors into a plain object; here they go through as they are, so that `Poison` is
 * recognised.
 */
export function rethrowFilter(): ExceptionFilter {
  @Catch()
  class RethrowFilter implements ExceptionFilter {
    catch(error: unknown): Observable<never> {
      return throwError(() => error);
    }
  }
  return new RethrowFilter();
}
