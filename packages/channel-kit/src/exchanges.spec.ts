import { createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exchangesOfVerb, plainAddress, verbBegins, writingDown } from './exchanges.ts';

let farEnd: Server;
let url: string;
beforeAll(async () => {
  farEnd = createServer((request, response) => {
    request.resume();
    response.writeHead(request.url?.startsWith('/bad') === true ? 503 : 200).end('{}');
  });
  await new Promise<void>((resolve) => farEnd.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(farEnd.address() as AddressInfo).port}`;
});
afterAll(() => {
  farEnd.closeAllConnections();
  farEnd.close();
});

const ask = (path: string): Promise<unknown> =>
  fetch(`${url}${path}`, { method: 'POST', body: '13800138000' });

describe('what a verb asks of the far end', () => {
  it('is written down with what was answered, by fetch and by node:http', async () => {
    const seen = await writingDown(async () => {
      await ask('/send?key=secret&phone=13800138000');
      await new Promise<void>((resolve) => get(`${url}/bad`, (r) => r.resume().on('end', () => resolve())));
      return exchangesOfVerb();
    });
    expect(seen).toMatchObject([
      { method: 'POST', url: `${url}/send`, status: 200 },
      { method: 'GET', url: `http://127.0.0.1/bad`, status: 503 },
    ]);
    expect(JSON.stringify(seen)).not.toMatch(/secret|13800138000/);
  });

  it('is told without a status where nobody answers', async () => {
    const seen = await writingDown(async () => {
      await fetch('http://127.0.0.1:1/').catch(() => undefined);
      return exchangesOfVerb();
    });
    expect(seen.every(({ status }) => status === undefined)).toBe(true);
  });

  it('is of this verb and of this delivery alone', async () => {
    const [one, other] = await Promise.all(
      ['/one', '/other'].map((path) =>
        writingDown(async () => {
          await ask('/before');
          verbBegins();
          await ask(path);
          return exchangesOfVerb().map((e) => e.url);
        }),
      ),
    );
    expect([one, other]).toEqual([[`${url}/one`], [`${url}/other`]]);
    await ask('/outside');
    expect(exchangesOfVerb()).toEqual([]);
  });
});

it('an address tells no number of a telephone, whatever stands around it', () => {
  const phone = fc.integer({ min: 0, max: 999_999_999 }).map((n) => `13${String(n).padStart(9, '0')}`);
  fc.assert(
    fc.property(phone, fc.constantFrom('/to/N', '/N/x', '/a?n=N', '/x-N-y/z', '/a#N'), (number, path) => {
      expect(plainAddress('https://sms.example.com', path.replace('N', number))).not.toContain(number);
    }),
  );
});
