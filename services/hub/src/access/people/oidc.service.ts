import { createHash } from 'node:crypto';
import type { Collection } from '@towncrier/storage';
import * as oidc from 'openid-client';
import { ProblemError } from '../../http/problem.ts';
import type { Clock, HubLog } from '../../ports/hub.parts.ts';
import type { HubSettings } from '../../ports/hub.settings.ts';
import { needsFactor } from './obligatory.factor.ts';
import type { OidcFlowDoc, PeopleStore, PersonDoc } from './people.documents.ts';

/** How long (ms) a person may stay at the identity provider. */
export const flowMs = 10 * 60_000;

export interface OidcTools {
  readonly settings: HubSettings;
  readonly flows: Collection<OidcFlowDoc>;
  readonly people: PeopleStore;
  readonly clock: Clock;
  readonly log: HubLog;
}

/** Whose account it is, and whether the provider has asked for two factors. */
export interface Identified {
  readonly who: PersonDoc;
  readonly withBoth: boolean;
}

/**
 * Sign-in at an identity provider: OpenID Connect, authorization code with PKCE (RFC 7636). Accounts are
 * linked by `sub`; none is made on the way.
 */
export class OidcService {
  private discovered: Promise<oidc.Configuration> | undefined;

  constructor(private readonly tools: OidcTools) {}

  get on(): boolean {
    return this.tools.settings.OIDC_ISSUER !== undefined;
  }

  /**
   * Where to send the browser, and the `state` it has to come back with.
   * @throws ProblemError 404 `oidc-off` · 503 `oidc-unavailable`
   */
  async begin(): Promise<{ url: string; state: string }> {
    const config = await this.provider();
    const [state, verifier, nonce] = [oidc.randomState(), oidc.randomPKCECodeVerifier(), oidc.randomNonce()];
    await this.sweep();
    await this.tools.flows.insert({
      _id: hash(state),
      verifier,
      nonce,
      endsAt: new Date(this.tools.clock().getTime() + flowMs).toISOString(),
    });
    const url = oidc.buildAuthorizationUrl(config, {
      redirect_uri: this.redirectUri,
      scope: 'openid',
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, state };
  }

  /**
   * Whose account it is. Whoever needs a second factor has to have shown one there.
   * @throws ProblemError 401 `oidc-refused` · 403 `no-account` · `disabled` · `one-factor`
   */
  async finish(query: string, state: string | undefined): Promise<Identified> {
    const { flows, people, clock, log } = this.tools;
    const flow = state === undefined ? null : await flows.get(hash(state));
    if (state === undefined || flow === null || flow.endsAt <= clock().toISOString())
      throw new ProblemError(401, 'oidc-refused', '统一身份登录已过期，请重新登录');
    await flows.delete(flow._id);
    const config = await this.provider();
    const claims = await oidc
      .authorizationCodeGrant(config, new URL(`${this.redirectUri}?${query}`), {
        pkceCodeVerifier: flow.verifier,
        expectedState: state,
        expectedNonce: flow.nonce,
        idTokenExpected: true,
      })
      .then((tokens) => tokens.claims())
      .catch((error: unknown) => {
        log.warn({ error: String(error) }, 'the identity provider did not confirm a sign-in');
        throw new ProblemError(401, 'oidc-refused', '统一身份平台没有确认这次登录，请重新登录');
      });
    const subject = claims?.sub;
    const who =
      subject === undefined ? undefined : (await people.docs.find({ subject }, { limit: 1 })).items[0];
    if (who === undefined)
      throw new ProblemError(403, 'no-account', '您的统一身份还没有登记账号；请联系系统管理员');
    if (who.state === 'disabled')
      throw new ProblemError(403, 'disabled', '这个账号已停用；如需恢复，请联系系统管理员');
    const withBoth = saysBoth(claims?.['amr']);
    if (needsFactor(who.roles) && !withBoth)
      throw new ProblemError(
        403,
        'one-factor',
        '统一身份平台没有验证第二重身份；请用用户名、密码和动态码登录',
      );
    return { who, withBoth };
  }

  private get redirectUri(): string {
    const { PUBLIC_URL, HOST, PORT } = this.tools.settings;
    return new URL('/api/v1/session/oidc/callback', PUBLIC_URL ?? `http://${HOST}:${PORT}`).href;
  }

  private async provider(): Promise<oidc.Configuration> {
    const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = this.tools.settings;
    if (OIDC_ISSUER === undefined)
      throw new ProblemError(404, 'oidc-off', '没有接入统一身份平台；请用用户名和密码登录');
    const plain = OIDC_ISSUER.startsWith('http:');
    this.discovered ??= oidc.discovery(
      new URL(OIDC_ISSUER),
      OIDC_CLIENT_ID,
      OIDC_CLIENT_SECRET,
      undefined,
      plain ? { execute: [oidc.allowInsecureRequests] } : {},
    );
    try {
      return await this.discovered;
    } catch (error) {
      this.discovered = undefined;
      throw new ProblemError(
        503,
        'oidc-unavailable',
        '统一身份平台暂时连接不上；请稍后再试，或用用户名和密码登录',
        { cause: error },
      );
    }
  }

  private async sweep(): Promise<void> {
    const over = await this.tools.flows.find(
      { endsAt: { lte: this.tools.clock().toISOString() } },
      { limit: 20 },
    );
    for (const flow of over.items) await this.tools.flows.delete(flow._id);
  }
}

/** What a provider calls a second factor (RFC 8176). */
const second: ReadonlySet<unknown> = new Set(['mfa', 'otp', 'hwk', 'sc']);
const saysBoth = (amr: unknown): boolean => Array.isArray(amr) && amr.some((one) => second.has(one));

const hash = (state: string): string => createHash('sha256').update(state).digest('hex');
