import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import rights from '../test/rights.json' with { type: 'json' };
import { role } from './access/role.ts';
import type { PublicationView } from './publications/publication.view.ts';
import { publications } from './publications/publication.document.ts';
import { openApiDocument } from './subjects.ts';
import { everybody, type Account } from './testing/everybody.ts';
import { notice } from './testing/hub.client.ts';
import { HubLab } from './testing/hub.lab.ts';

interface Operation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly open: boolean;
  readonly media: Readonly<Record<string, { readonly example?: unknown }>>;
  readonly query: Readonly<Record<string, string>>;
}
interface Described {
  readonly operationId: string;
  readonly tags?: readonly string[];
  readonly security?: readonly unknown[];
  readonly requestBody?: { readonly content: Operation['media'] };
  readonly parameters?: readonly {
    readonly in: string;
    readonly name: string;
    readonly required?: boolean;
  }[];
}

/** What a required parameter of a query is given. */
const asked: Readonly<Record<string, string>> = { month: '2026-11', year: '2026', act: 'publish' };
const operations: readonly Operation[] = Object.entries(openApiDocument().paths ?? {}).flatMap(
  ([path, item]) =>
    Object.entries(item as Record<string, Described>)
      // one's own account is nobody's duty
      .filter(([, { tags = [] }]) => !tags.includes('session'))
      .map(([method, { operationId, security, requestBody, parameters = [] }]) => ({
        operationId,
        method: method.toUpperCase(),
        path,
        open: security !== undefined && security.length === 0,
        media: requestBody?.content ?? {},
        query: Object.fromEntries(
          parameters
            .filter((p) => p.in === 'query' && p.required === true)
            .map((p) => [p.name, asked[p.name] ?? 'x']),
        ),
      })),
);
const closed = operations.filter((o) => !o.open);

const [body, other] = ['kys-shuiwj', 'kys-czj'];
const [own, any] = [rights.own, rights.any] as const satisfies Readonly<Record<string, readonly string[]>>[];
const listed: Readonly<Record<string, readonly string[]>> = { ...any, ...own };

/** By the table, and nothing else. */
function isAllowed({ operationId }: Operation, { role: theirs, organisation }: Account): boolean {
  if (rights['*'].includes(operationId)) return true;
  if (!(listed[operationId] ?? []).includes(theirs)) return false;
  return !(operationId in own) || organisation === body;
}

let lab: HubLab;
let accounts: readonly Account[];
let waiting: PublicationView;
let copies: string[];

beforeAll(async () => {
  lab = await HubLab.open();
  accounts = await everybody(lab, body, other);
  const editor = accounts.find((a) => a.role === 'editor' && a.organisation === body);
  if (editor === undefined) throw new Error('there is no editor');
  const draft = await editor.client.act('', notice);
  waiting = await editor.client.act(`/${draft.id}/submit`, { version: draft.version });
  await lab.copies(waiting.id, 120);
  const docs = await lab.store.collection(publications);
  const found = await docs.find({ state: waiting.state }, { limit: 200 });
  copies = found.items.map((doc) => doc._id).filter((id) => id !== waiting.id);
}, 120_000);
afterAll(() => lab.close());

/** A valid request, about the publication that waits, or about something that is not there. */
async function send(operation: Operation, { client }: Pick<Account, 'client'>, id: string): Promise<number> {
  const places: Readonly<Record<string, string>> = {
    '/api/v1/publications/{id}': id,
    '/api/v1/pictures/{id}': 'f'.repeat(64),
    '/api/v1/monitor/deliveries/{id}': 'X7K3QZP4:1:sms:publish',
  };
  const base = Object.keys(places).find((p) => operation.path.startsWith(p));
  const path = operation.path
    .replace('{id}', base === undefined ? 'X7K3QZP4' : (places[base] ?? ''))
    .replace('{hash}', 'f'.repeat(64))
    .replace('{key}', 'f'.repeat(12))
    .replace('{name}', 'nobody')
    .replace('{code}', 'nothing')
    .replace('{channel}', 'website')
    .replace('{year}', '2026')
    .replaceAll(/\{(?:number|other|comment)\}/g, '1')
    .replaceAll(/\{\w+\}/g, 'x');
  const query = new URLSearchParams(operation.query).toString();
  const url = query === '' ? path : `${path}?${query}`;
  const [type] = Object.keys(operation.media);
  if (type?.startsWith('multipart'))
    return (await client.upload(url, '停水.txt', new TextEncoder().encode('停水'))).status;
  if (operation.operationId.startsWith('stream')) {
    const leave = new AbortController();
    const { status } = await client.stream(url, leave.signal);
    leave.abort();
    return status;
  }
  const example = operation.media[type ?? '']?.example;
  const hash = waiting.editions[0]?.contentHash;
  const given =
    typeof example === 'object' && example !== null
      ? {
          ...example,
          ...('version' in example && base !== undefined ? { version: waiting.version } : {}),
          ...('contentHash' in example ? { contentHash: hash } : {}),
        }
      : example;
  return (await client.send(operation.method, url, given)).status;
}

describe('the table of rights', () => {
  it('names every operation that is not open to the public, once, and roles that there are', () => {
    const named = [...rights['*'], ...Object.keys(own), ...Object.keys(any)];
    expect(named.toSorted()).toEqual(closed.map((o) => o.operationId).toSorted());
    const roles: readonly string[] = role.options;
    expect(
      Object.values(listed)
        .flat()
        .filter((r) => !roles.includes(r)),
    ).toEqual([]);
  });
});

describe('without signing in', () => {
  it('nothing that is not public is answered', async () => {
    const visitor = { client: lab.visitor() };
    const answered: string[] = [];
    for (const operation of closed) {
      const status = await send(operation, visitor, waiting.id);
      if (status !== 401) answered.push(`${operation.operationId} ${status}`);
    }
    expect(answered).toEqual([]);
  });
});

describe('operation × role × own or other body', () => {
  it('does nothing, and shows nothing, to whom the table does not name', { timeout: 300_000 }, async () => {
    const unauthorised: string[] = [];
    for (const operation of closed)
      for (const account of accounts.filter((a) => !isAllowed(operation, a))) {
        const status = await send(operation, account, waiting.id);
        if (status !== 403)
          unauthorised.push(`${operation.operationId} ${account.role} ${account.organisation} ${status}`);
      }
    expect(unauthorised).toEqual([]);
  });

  it('refuses nobody whom the table names', { timeout: 300_000 }, async () => {
    const refused: string[] = [];
    for (const operation of closed)
      for (const account of accounts.filter((a) => isAllowed(operation, a))) {
        const id = operation.operationId in own ? (copies.pop() ?? waiting.id) : waiting.id;
        const status = await send(operation, account, id);
        if (status === 403 || status === 401)
          refused.push(`${operation.operationId} ${account.role} ${account.organisation} ${status}`);
      }
    expect(refused).toEqual([]);
  });
});
