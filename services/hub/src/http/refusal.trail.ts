import type { FastifyRequest } from 'fastify';
import type { ProblemDetails } from './problem.ts';

/** That somebody was refused something, as it is written down. */
export interface Refusal {
  readonly act: string;
  readonly about: string;
  readonly by: { readonly name: string; readonly from: string };
  /** What is counted together. */
  readonly key: string;
  readonly detail: Readonly<Record<string, string>>;
}

/** Whoever keeps what was refused. */
export interface Refusals {
  note(refused: Refusal): Promise<void>;
}

interface SignedIn extends FastifyRequest {
  readonly session?: { readonly person: { readonly name: string } };
}

/** The line of what somebody who is signed in may not do; null for anything else that went wrong. */
export function refusalOf(request: FastifyRequest, { status, code }: ProblemDetails): Refusal | null {
  const { session, ip, method, url, routeOptions } = request as SignedIn;
  if (status !== 403 || session === undefined) return null;
  const { name } = session.person;
  const route = `${method} ${routeOptions.url ?? ''}`;
  const path = (url.split('?')[0] ?? '').slice(0, 200);
  return {
    act: 'access.refuse',
    about: `route/${route}`,
    by: { name, from: ip },
    key: `${name} ${ip} ${route} ${code ?? ''}`,
    detail: { code: code ?? '', path },
  };
}
