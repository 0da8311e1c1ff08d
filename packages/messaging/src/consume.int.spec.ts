import { setTimeout as sleep } from 'node:timers/promises';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { commands, commandSubject, deadLetters, deadLetterSubject, headers } from '@towncrier/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Poison } from './broker.ts';
import { consume, type Consumption, type ConsumeOptions } from './consume.ts';
import { connectBroker, type JetStreamBroker } from './jetstream.broker.ts';
import { idOf, sampleEvent, silent, until } from './testing/house.sample.ts';
import { startNats, type NatsServer } from './testing/nats-server.ts';

describe('a durable', () => {
  let nats: NatsServer;
  let broker: JetStreamBroker;
  let open: Consumption[] = [];
  let turn = 0;
  let channel = '';
  beforeAll(async () => {
    nats = await startNats();
    broker = await connectBroker({ url: nats.url, service: 'test', log: silent });
  });
  afterEach(async () => {
    await Promise.all(open.map((one) => one.close(100)));
    open = [];
  });
  afterAll(async () => {
    await broker?.close();
    await nats?.remove();
  });

  /** Every test has a subject of its own. */
  const fresh = (): string => {
    turn += 1;
    channel = `c${turn}`;
    return channel;
  };
  const listen = async (
    handle: (raw: unknown) => Promise<void>,
    more: Partial<ConsumeOptions> = {},
  ): Promise<Consumption> => {
    const one = await consume({
      broker,
      service: `channel-${channel}`,
      stream: commands.stream,
      subject: commandSubject(channel),
      durable: `${channel}_commands`,
      slots: 4,
      handle,
      log: silent,
      ...more,
    });
    open.push(one);
    return one;
  };
  const say = (...ids: string[]): Promise<unknown> =>
    Promise.all(
      ids.map((id) => broker.publish(commandSubject(channel), sampleEvent(`${channel}-${id}`, channel))),
    );
  const named = (id: string): string => `${channel}-${id}`;

  it('gives every message until its handler returns', async () => {
    fresh();
    const seen: string[] = [];
    await listen(async (raw) => {
      seen.push(idOf(raw));
      if (seen.filter((id) => id === named('a')).length < 3 && idOf(raw) === named('a'))
        throw new Error('store busy');
    });
    await say('a', 'b');
    await until(() => seen.length === 4);
    expect(seen.toSorted()).toEqual([named('a'), named('a'), named('a'), named('b')]);
  });

  it('waits longer and longer for a handler that always fails, and gives everything else meanwhile', async () => {
    fresh();
    const seen: string[] = [];
    await listen(async (raw) => {
      seen.push(idOf(raw));
      if (idOf(raw) === named('a')) throw new Error('store gone');
    });
    await say('a');
    await until(() => seen.length >= 3);
    await say('b');
    await until(() => seen.includes(named('b')));
    // without a wait the broker gives it thousands of times a second
    await sleep(1000);
    expect(seen.filter((id) => id === named('a')).length).toBeLessThanOrEqual(6);
  });

  it('hands over the event as it was published, and no more at a time than it has slots', async () => {
    fresh();
    let [now, most] = [0, 0];
    const seen: unknown[] = [];
    await listen(
      async (raw) => {
        most = Math.max(most, (now += 1));
        await sleep(30);
        now -= 1;
        seen.push(raw);
      },
      { slots: 3 },
    );
    await say(...Array.from({ length: 12 }, (_, i) => String(i)));
    await until(() => seen.length === 12);
    expect(most).toBe(3);
    expect(seen).toContainEqual(JSON.parse(JSON.stringify(sampleEvent(named('7'), channel))));
  });

  it('sends what can never be handled to the dead letters, with its cause, origin and text, and takes the next', async () => {
    fresh();
    const seen: string[] = [];
    await listen(
      async (raw) => {
        if (idOf(raw) === named('bad')) throw new Poison('unknown lane 高速\n  at data.lane');
        seen.push(idOf(raw));
      },
      { slots: 1 },
    );
    await say('bad');
    await say('good');
    await until(() => seen.length === 1);

    const letter = await broker.last(deadLetters.stream, deadLetterSubject(`channel-${channel}`));
    expect(letter.data).toMatchObject({
      service: `channel-${channel}`,
      subject: commandSubject(channel),
      cause: expect.stringContaining('高速') as string,
    });
    expect(JSON.parse((letter.data as { raw: string }).raw)).toMatchObject({ id: named('bad') });
    const stored = await (
      await broker.ready()
    ).manager.streams.getMessage(deadLetters.stream, {
      last_by_subj: deadLetterSubject(`channel-${channel}`),
    });
    expect(stored?.header.get(headers.origin)).toBe(commandSubject(channel));
    expect(stored?.header.get(headers.cause)).toBe('unknown lane 高速 at data.lane');
  });

  it.each([
    ['a broken message', '{"half":'],
    ['no message at all', ''],
    ['a large broken message', `{"x":"${'"\\'.repeat(1_500_000)}`],
  ])('sends %s to the dead letters and takes the next', async (_what, text) => {
    fresh();
    const seen: string[] = [];
    await listen(async (raw) => {
      seen.push(idOf(raw));
    });
    const plain = await connect({ servers: nats.url });
    plain.publish(commandSubject(channel), text);
    await plain.drain();
    await say('good');
    await until(() => seen.length === 1);
    await until(() =>
      broker.last(deadLetters.stream, deadLetterSubject(`channel-${channel}`)).then(
        () => true,
        () => false,
      ),
    );

    const letter = await broker.last(deadLetters.stream, deadLetterSubject(`channel-${channel}`));
    expect(letter.data).toMatchObject({ cause: 'not JSON', stream: commands.stream, bytes: text.length });
    expect(text.startsWith((letter.data as { raw: string }).raw)).toBe(true);
  });

  it('keeps a message from being given twice while its handler takes long', async () => {
    fresh();
    const seen: string[] = [];
    await listen(
      async (raw) => {
        seen.push(idOf(raw));
        await sleep(2500);
      },
      { slots: 1, ackWaitMs: 1000 },
    );
    await say('slow');
    await sleep(3200);
    expect(seen).toEqual([named('slow')]);
  });

  it('finishes what it has begun before it closes, and gives back what it has not', async () => {
    fresh();
    const [begun, finished]: [string[], string[]] = [[], []];
    const first = await listen(
      async (raw) => {
        begun.push(idOf(raw));
        await sleep(400);
        finished.push(idOf(raw));
      },
      { slots: 1 },
    );
    await say('a', 'b', 'c');
    await until(() => begun.length === 1);
    await first.close(5000);
    expect(finished).toEqual(begun);

    const rest: string[] = [];
    await listen(async (raw) => {
      rest.push(idOf(raw));
    });
    await until(() => rest.length === 2);
    expect([...finished, ...rest].toSorted()).toEqual(['a', 'b', 'c'].map(named));
  });

  it('closes in time though a handler never ends, and another takes over its message', async () => {
    fresh();
    const begun: string[] = [];
    const stuck = await listen(
      async (raw) => {
        begun.push(idOf(raw));
        await new Promise(() => undefined);
      },
      { slots: 1 },
    );
    await say('a', 'b', 'c', 'd');
    await until(() => begun.length === 1);
    await stuck.close(300);

    const rest: string[] = [];
    await listen(async (raw) => {
      rest.push(idOf(raw));
    });
    await until(() => new Set(rest).size === 4);
    expect(new Set(rest)).toEqual(new Set(['a', 'b', 'c', 'd'].map(named)));
  }, 10_000);

  it('is made again after somebody deleted it, or its whole stream', async () => {
    fresh();
    const seen: string[] = [];
    await listen(async (raw) => {
      seen.push(idOf(raw));
    });
    const outside = await connect({ servers: nats.url });
    const manager = await jetstreamManager(outside);
    await manager.consumers.delete(commands.stream, `${channel}_commands`);
    await say('a');
    await until(() => seen.includes(named('a')));

    await manager.streams.delete(commands.stream);
    await outside.close();
    await until(() =>
      say('b').then(
        () => true,
        () => false,
      ),
    );
    await until(() => seen.includes(named('b')));
  }, 20_000);

  it('belongs to one store: another one is refused in words, and takes over only what is named', async () => {
    fresh();
    const got: string[] = [];
    const into = (store: string) => (raw: unknown) => {
      got.push(`${store} ${idOf(raw)}`);
      return Promise.resolve();
    };
    const first = await listen(into('first'), { owner: { store: 'first' } });
    await say('1');
    await until(() => got.length === 1);
    await first.close(100);

    await expect(listen(into('second'), { owner: { store: 'second' } })).rejects.toThrow(
      /_commands belongs to another store \(first\).*TAKE_OVER_FROM=first/,
    );
    await expect(listen(into('second'), { owner: { store: 'second', instead: 'third' } })).rejects.toThrow(
      'belongs to another store',
    );
    await say('2');
    await listen(into('second'), { owner: { store: 'second', instead: 'first' } });
    await until(() => got.length === 2);
    expect(got).toEqual([`first ${named('1')}`, `second ${named('2')}`]);
    await expect(listen(into('first'), { owner: { store: 'first' } })).rejects.toThrow('(second)');
  });

  it('of the time before owners goes to the first store that asks', async () => {
    fresh();
    await (await listen(() => Promise.resolve())).close(100);
    await (await listen(() => Promise.resolve(), { owner: { store: 'first' } })).close(100);
    await expect(listen(() => Promise.resolve(), { owner: { store: 'second' } })).rejects.toThrow('(first)');
  });

  it('that starts with what is new does not get what was said before', async () => {
    fresh();
    await say('old');
    const seen: string[] = [];
    await listen(
      async (raw) => {
        seen.push(idOf(raw));
      },
      { deliver: 'new' },
    );
    await say('new');
    await until(() => seen.length > 0);
    expect(seen).toEqual([named('new')]);
  });
});
