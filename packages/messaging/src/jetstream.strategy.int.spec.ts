import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  Controller,
  Inject,
  Injectable,
  Module,
  type CallHandler,
  type ExecutionContext,
  type INestMicroservice,
  type NestInterceptor,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EventPattern, Payload, type MicroserviceOptions } from '@nestjs/microservices';
import { commands, commandSubject, deadLetters, deadLetterSubject } from '@towncrier/contracts';
import { createMetrics, type Metrics } from '@towncrier/telemetry';
import { of, type Observable } from 'rxjs';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { Poison } from './broker.ts';
import { connectBroker, type JetStreamBroker } from './jetstream.broker.ts';
import { JetStreamStrategy, rethrowFilter } from './jetstream.strategy.ts';
import { idOf, sampleEvent, silent, until } from './testing/house.sample.ts';

const DESK = Symbol('Desk');
interface Desk {
  take(raw: unknown): Promise<void> | Observable<unknown>;
}

@Injectable()
class Passing implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle();
  }
}

describe('a NestJS service on JetStream', () => {
  let broker: JetStreamBroker;
  let metrics: Metrics;
  let app: INestMicroservice | undefined;
  let turn = 0;
  let channel: string;
  beforeEach(async () => {
    channel = `nest-${process.pid}-${(turn += 1)}`;
    metrics = createMetrics(channel);
    broker = await connectBroker({ url: inject('natsUrl'), service: channel, log: silent });
  });
  afterEach(async () => {
    await app?.close();
    app = undefined;
    await broker.close();
  });

  const start = async (take: Desk['take'], extras: object = {}): Promise<void> => {
    @Controller()
    class Consumer {
      constructor(@Inject(DESK) private readonly desk: Desk) {}
      @EventPattern(commandSubject(channel), {
        stream: commands.stream,
        durable: channel.replaceAll('-', '_'),
        slots: 2,
        ...extras,
      })
      on(@Payload() raw: unknown): unknown {
        return this.desk.take(raw);
      }
    }
    @Module({ controllers: [Consumer], providers: [{ provide: DESK, useValue: { take } }] })
    class Service {}
    app = await NestFactory.createMicroservice<MicroserviceOptions>(Service, {
      strategy: new JetStreamStrategy({ broker, service: channel, log: silent, metrics }),
      logger: false,
      abortOnError: false,
    });
    app.useGlobalFilters(rethrowFilter());
    app.useGlobalInterceptors(new Passing());
    await app.listen();
  };
  const say = (id: string): Promise<unknown> =>
    broker.publish(commandSubject(channel), sampleEvent(id, 'sms'));

  it('acknowledges when its handler returns, and hears it again when it throws', async () => {
    const seen: string[] = [];
    await start(async (raw) => {
      seen.push(idOf(raw));
      if (seen.length === 1) throw new Error('store busy');
    });
    await say(`${channel}-a`);
    await until(() => seen.length === 2);
    await until(async () => (await metrics.render()).includes('outcome="handled"'));
    expect(await metrics.render()).toMatch(
      /messages_handled_total\{subject="[^"]*",outcome="retried",[^}]*\} 1/,
    );
    expect(await metrics.render()).toMatch(
      /messages_handled_total\{subject="[^"]*",outcome="handled",[^}]*\} 1/,
    );
  });

  it('sends a Poison that went through its pipes and filters to the dead letters, and takes the next', async () => {
    const seen: string[] = [];
    await start(async (raw) => {
      if (idOf(raw).endsWith('bad')) throw new Poison('edition has no title');
      seen.push(idOf(raw));
    });
    await say(`${channel}-bad`);
    await say(`${channel}-good`);
    await until(() => seen.length === 1);
    await until(() =>
      broker.last(deadLetters.stream, deadLetterSubject(channel)).then(
        () => true,
        () => false,
      ),
    );
    expect((await broker.last(deadLetters.stream, deadLetterSubject(channel))).data).toMatchObject({
      cause: 'edition has no title',
      service: channel,
    });
  });

  it('waits for a handler that answers with a stream of values, or with none', async () => {
    const seen: string[] = [];
    await start((raw) => {
      seen.push(idOf(raw));
      return seen.length === 1 ? of(1, 2) : of();
    });
    await say(`${channel}-a`);
    await say(`${channel}-b`);
    await until(() => seen.length === 2);
    await until(async () => /outcome="handled",[^}]*\} 2/.test(await metrics.render()));
  });

  it('finishes a slow handler when it is closed, and its message is not given again', async () => {
    const [begun, finished]: [string[], string[]] = [[], []];
    await start(async (raw) => {
      begun.push(idOf(raw));
      await sleep(700);
      finished.push(idOf(raw));
    });
    await say(`${channel}-slow`);
    await until(() => begun.length === 1);
    await app?.close();
    expect(finished).toEqual([`${channel}-slow`]);

    const { manager } = await broker.ready();
    expect(await manager.consumers.info(commands.stream, channel.replaceAll('-', '_'))).toMatchObject({
      num_ack_pending: 0,
      num_pending: 0,
    });
  });

  it('does not start with a handler that does not say where it reads from', async () => {
    await expect(start(async () => undefined, { stream: undefined })).rejects.toThrow(/stream/);
  });
});
