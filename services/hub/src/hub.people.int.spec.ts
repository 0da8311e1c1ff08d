import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { notice } from './testing/hub.client.ts';
import { HubLab } from './testing/hub.lab.ts';

let lab: HubLab;
beforeEach(async () => {
  lab = await HubLab.open();
});
afterEach(() => lab.close());

describe('signing in', () => {
  it('tells who is there, in a cookie that scripts cannot read', async () => {
    const visitor = lab.visitor();

    const answer = await lab.enter('editor', visitor);

    expect(answer).toMatchObject({
      status: 200,
      body: { person: { name: 'editor', title: '采编、发布', roles: ['editor', 'publisher'] } },
    });
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^towncrier_session=.+; Path=\/; HttpOnly; SameSite=Strict/,
    );
    expect(await visitor.get('/api/v1/session')).toMatchObject({ status: 200, body: answer.body });
  });

  it('is needed for everything else', async () => {
    for (const path of [
      '/api/v1/session',
      '/api/v1/channels',
      '/api/v1/publications',
      '/api/v1/monitor/deliveries',
    ]) {
      expect(await lab.visitor().get(path), path).toMatchObject({
        status: 401,
        body: { code: 'not-signed-in' },
      });
    }
  });

  it('says the same about a wrong name and a wrong password', async () => {
    const one = await lab.visitor().signIn('editor', 'wrong');
    const two = await lab.visitor().signIn('nobody', 'wrong');

    expect(one).toMatchObject({ status: 401, body: two.body });
  });

  it('waits longer after each further wrong password, also for the right one', async () => {
    for (let n = 0; n < 3; n += 1) expect((await lab.visitor().signIn('editor', 'wrong')).status).toBe(401);

    const early = await lab.enter('editor');
    expect(early).toMatchObject({ status: 429, body: { code: 'too-many-attempts', retryAfter: 2 } });
    expect(early.headers.get('retry-after')).toBe('2');

    lab.pass(2001);
    expect((await lab.enter('editor')).status).toBe(200);
  });

  it('does not keep others out', async () => {
    for (let n = 0; n < 4; n += 1) await lab.visitor().signIn('editor', 'wrong');

    expect((await lab.enter('reviewer')).status).toBe(200);
  });

  it('keeps the first passwords to the owner of the machine', async () => {
    const { TOWNCRIER_DATA } = lab.hub.parts.settings;

    expect((await stat(join(TOWNCRIER_DATA, 'credentials.json'))).mode & 0o777).toBe(0o600);
  });
});

describe('a session', () => {
  it('changes nothing without its token', async () => {
    const editor = await lab.signedIn('editor');
    editor.csrf = 'guessed';

    expect(await editor.post('/api/v1/publications', notice)).toMatchObject({
      status: 403,
      body: { code: 'csrf' },
    });
    expect((await editor.get('/api/v1/publications')).status).toBe(200);
  });

  it('ends when its owner leaves', async () => {
    const editor = await lab.signedIn('editor');

    expect((await editor.send('DELETE', '/api/v1/session')).status).toBe(204);

    expect((await editor.get('/api/v1/session')).status).toBe(401);
  });

  it('ends after an hour without a sign of life, and in any case after half a day', async () => {
    const [idle, busy] = [await lab.signedIn('editor'), await lab.signedIn('reviewer')];
    for (let n = 0; n < 12; n += 1) {
      expect((await busy.get('/api/v1/session')).status).toBe(200);
      lab.pass(59 * 60_000 + (n === 0 ? 2 * 60_000 : 0) - (n === 0 ? 60_000 : 0));
    }

    expect((await idle.get('/api/v1/session')).status).toBe(401);
    lab.pass(13 * 60_000);
    expect((await busy.get('/api/v1/session')).status).toBe(401);
  });
});
