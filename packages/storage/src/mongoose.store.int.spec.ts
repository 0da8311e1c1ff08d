import { randomUUID } from 'node:crypto';
import { connections, createConnection } from 'mongoose';
import { afterAll, describe, expect, it } from 'vitest';
import { findMongoServer } from '../test/mongo.server.ts';
import { StoreUnavailable } from './errors.ts';
import { openStore } from './open-store.ts';
import { surveyStore } from './survey.ts';
import { describeForms } from './testing/collection.forms.ts';
import { describeCollection } from './testing/collection.suite.ts';
import { minute, notice, sampleSpec } from './testing/notice.sample.ts';

const server = await findMongoServer();
if ('missing' in server) console.warn(`SKIPPED: the MongoDB store is not tested: ${server.missing}.`);
const uri = 'missing' in server ? '' : server.uriOf(`towncrier_test_${randomUUID().slice(0, 8)}`);
const open = (service = 'hub', mongodbUri = uri) => openStore({ service, dataDir: 'unused', mongodbUri });

describe.skipIf('missing' in server)('MongoDB', () => {
  afterAll(async () => {
    if ('missing' in server) return;
    const connection = await createConnection(uri).asPromise();
    await connection.dropDatabase();
    await connection.close();
    await server.stop();
  });

  describeCollection('mongoose', () => open());
  describeForms('mongoose', {
    open: () => open(),
    survey: (specs) => surveyStore({ service: 'hub', dataDir: 'unused', mongodbUri: uri }, specs),
  });

  it('keeps the services of one database apart', async () => {
    const [hub, monitor] = await Promise.all([open('hub'), open('monitor')]);
    const [ours, theirs] = [
      await hub.collection(sampleSpec('shared_name')),
      await monitor.collection(sampleSpec('shared_name')),
    ];
    await ours.insert(notice('a'));

    expect(hub.kind).toBe('mongodb');
    expect(await theirs.get('a')).toBeNull();
    await Promise.all([hub.close(), monitor.close()]);
  });

  it('gives a document to one of two replicas only', async () => {
    const replicas = await Promise.all([open(), open()]);
    const [one, two] = await Promise.all(replicas.map((store) => store.collection(sampleSpec('replicas'))));
    await Promise.all(Array.from({ length: 40 }, (_, i) => one?.insert(notice(`n${i}`))));
    const claimed = await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        (i % 2 === 0 ? one : two)?.claim(
          { state: 'open' },
          { token: `t${i}`, now: minute(0), until: minute(5) },
        ),
      ),
    );

    const won = claimed.flatMap((doc) => (doc == null ? [] : [doc._id]));
    expect(new Set(won).size).toBe(won.length);
    expect(won).toHaveLength(40);
    await Promise.all(replicas.map((store) => store.close()));
  });

  it('creates the declared indexes', async () => {
    const store = await open();
    await store.collection(sampleSpec('declared'));
    const connection = await createConnection(uri).asPromise();

    const indexes = await connection.collection('hub.declared').indexes();

    expect(indexes.map((index) => Object.keys(index.key).join())).toEqual(
      expect.arrayContaining(['state,dueAt,_id', 'rank,_id', 'place.county,place.town,_id']),
    );
    await Promise.all([connection.close(), store.close()]);
  });

  it('asks a majority, with its journal, to confirm every write', async () => {
    const store = await open('hub', `${uri}${uri.includes('?') ? '&' : '?'}monitorCommands=true`);
    const notices = await store.collection(sampleSpec('confirmed'));
    const asked: (readonly [string, unknown])[] = [];
    connections
      .at(-1)
      ?.getClient()
      .on('commandStarted', ({ commandName, command }) => asked.push([commandName, command['writeConcern']]));

    await notices.insert(notice('a'));
    await notices.replace(notice('a'), 1);
    await notices.claim({}, { token: 't', now: minute(0), until: minute(1) });
    await notices.delete('a');
    await store.ping();

    const confirmed = expect.objectContaining({ w: 'majority', j: true });
    expect(asked).toEqual(
      ['insert', 'update', 'findAndModify', 'delete', 'update'].map((name) => [name, confirmed]),
    );
    await store.close();
  });

  it('refuses to write once it is closed', async () => {
    const store = await open();
    const notices = await store.collection(sampleSpec('closed'));
    await store.close();

    await expect(notices.insert(notice('a'))).rejects.toThrow();
    await expect(store.ping()).rejects.toThrow(StoreUnavailable);
  });
});

it('says what to do when MongoDB does not answer', async () => {
  const opened = openStore({
    service: 'hub',
    dataDir: 'unused',
    mongodbUri: 'mongodb://127.0.0.1:1/towncrier',
  });

  await expect(opened).rejects.toThrow(StoreUnavailable);
  await expect(opened).rejects.toThrow(/MongoDB does not answer. Check MONGODB_URI/);
});
