import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HubLab } from './testing/hub.lab.ts';
import { countersigned } from './testing/new.account.ts';

const publicUrl = 'http://hub.test';
let idp: Server;
let lab: HubLab;
let proofs: readonly string[] = [];

/** An identity provider at which everybody is `gov-1001` and agrees to everything. */
async function openProvider(): Promise<{ server: Server; issuer: string }> {
  const server = createServer();
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'towncrier',
        client_secret: 'a-secret-of-the-lab',
        redirect_uris: [`${publicUrl}/api/v1/session/oidc/callback`],
      },
    ],
    cookies: { keys: ['lab'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    claims: { openid: ['sub', 'amr'] },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    loadExistingGrant: async (ctx) => {
      const grant = new provider.Grant({
        clientId: ctx.oidc.client?.clientId,
        accountId: ctx.oidc.session?.accountId,
      });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/'))
      void provider.interactionFinished(request, response, {
        login: { accountId: 'gov-1001', amr: [...proofs] },
      });
    else void answer(request, response);
  });
  return { server, issuer };
}

/** A browser: cookies per host, redirects one by one until it is back at the hub's front page. */
async function browse(from: string): Promise<{ url: string; cookies: Map<string, string> }> {
  const jar = new Map<string, string>();
  let url = from;
  for (let hops = 0; hops < 10; hops += 1) {
    const real = url.replace(publicUrl, lab.url);
    const response = await fetch(real, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([k, v]) => `${k}=${v}`).join('; ') },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    const next = response.headers.get('location');
    if (next === null) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
    url = new URL(next, url).href;
    if (url.startsWith(`${publicUrl}/`) && !url.startsWith(`${publicUrl}/api/`)) return { url, cookies: jar };
    if (new URL(url).hostname.endsWith('evil.example')) return { url, cookies: jar };
  }
  throw new Error('too many redirects');
}

beforeEach(async () => {
  const { server, issuer } = await openProvider();
  idp = server;
  lab = await HubLab.open({
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_SECRET: 'a-secret-of-the-lab',
    PUBLIC_URL: publicUrl,
  });
});
afterEach(async () => {
  await lab.close();
  idp.closeAllConnections();
  await new Promise((done) => {
    idp.close(done);
  });
});

async function linked(): Promise<void> {
  const system = await lab.signedIn('system-admin');
  const facts = { title: '采编', organisation: 'kysrmzf', subject: 'gov-1001' };
  await system.put('/api/v1/people/editor', { version: 1, ...facts });
  await countersigned(lab, 'editor', 2);
}

describe('signing in at the identity provider', () => {
  it('opens nothing that needs two factors where one was asked for', async () => {
    await linked();
    proofs = ['pwd'];

    expect((await browse(`${publicUrl}/api/v1/session/oidc`)).url).toBe(`${publicUrl}/?refused=one-factor`);
  });

  it('opens the account that is linked to the identity', async () => {
    await linked();
    proofs = ['pwd', 'otp'];

    const { url, cookies } = await browse(`${publicUrl}/api/v1/session/oidc`);

    expect(url).toBe(`${publicUrl}/`);
    const mine = await fetch(`${lab.url}/api/v1/session`, {
      headers: { cookie: `towncrier_session=${cookies.get('towncrier_session')}` },
    });
    expect(await mine.json()).toMatchObject({ person: { name: 'editor' } });
  });

  it('leads to the page that was wanted, and to nobody else’s', async () => {
    await linked();
    const landing = async (wanted: string): Promise<string> =>
      (await browse(`${publicUrl}/api/v1/session/oidc?to=${encodeURIComponent(wanted)}`)).url;

    expect(await landing('/list?q=停水&state=draft')).toBe(
      `${publicUrl}/list?q=%E5%81%9C%E6%B0%B4&state=draft`,
    );
    for (const foreign of ['https://evil.example/', '//evil.example/', '/\\evil.example/'])
      expect(await landing(foreign)).toBe(`${publicUrl}/`);
  });

  it('opens nothing for an identity nobody has linked', async () => {
    expect((await browse(`${publicUrl}/api/v1/session/oidc`)).url).toBe(`${publicUrl}/?refused=no-account`);
  });

  it('takes no answer that it did not ask for', async () => {
    expect((await browse(`${publicUrl}/api/v1/session/oidc/callback?code=stolen&state=guessed`)).url).toBe(
      `${publicUrl}/?refused=oidc-refused`,
    );
  });
});
