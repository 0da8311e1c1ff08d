import { describe, expect, it } from 'vitest';
import { brokerAddress } from './broker.address.ts';

describe('the address of a broker', () => {
  it.each([
    ['nats://127.0.0.1:8702', { servers: ['nats://127.0.0.1:8702'] }],
    ['localhost:4222', { servers: ['localhost:4222'] }],
    ['nats://hub:p%40ss@nats-1:4222', { servers: ['nats://nats-1:4222'], user: 'hub', pass: 'p@ss' }],
    ['nats://hub:a:b@c@nats-1', { servers: ['nats://nats-1'], user: 'hub', pass: 'a:b@c' }],
    ['nats://hub:100%@nats-1', { servers: ['nats://nats-1'], user: 'hub', pass: '100%' }],
    ['nats://s3cr3t@nats-1:4222', { servers: ['nats://nats-1:4222'], token: 's3cr3t' }],
    [
      'nats://hub:pw@n1:4222, nats://hub:pw@n2:4222,n3',
      { servers: ['nats://n1:4222', 'nats://n2:4222', 'n3'], user: 'hub', pass: 'pw' },
    ],
  ])('%s', (url, read) => expect(brokerAddress(url)).toEqual(read));
});
