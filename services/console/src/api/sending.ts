import type { Problem, Session } from './hub.types.ts';
import { sessionEnd, type Holder } from './session.end.ts';

const header = 'x-csrf-token';
const session = '/api/v1/session';

/**
 * Sends a call with the token of whoever works here. One that the hub refused for its session alone, and has
 * therefore not carried out, is sent once more: at once when only the token was stale, after the same person has
 * signed in again when the session has ended. What nothing is known of (the network is gone) is never repeated,
 * and nothing is ever sent as another person's.
 */
export async function send(request: Request): Promise<Response> {
  const asked = sessionEnd.holder;
  const again = isChange(request) ? request.clone() : null;
  const answer = await fetch(again === null ? request : signed(request, asked));
  if (asked === null || new URL(request.url).pathname.startsWith(session)) return answer;
  const code = await codeOf(answer);
  if (code === 'not-signed-in') return afterwards(answer, again, asked);
  return code === 'csrf' && again !== null ? renewed(answer, again, asked) : answer;
}

const isChange = ({ method }: Request): boolean => method !== 'GET' && method !== 'HEAD';

function signed(request: Request, holder: Holder | null): Request {
  request.headers.set(header, holder?.csrf ?? '');
  return request;
}

/** What changes something waits for whoever asked to be back. Somebody else's page is about to close already. */
async function afterwards(answer: Response, again: Request | null, asked: Holder): Promise<Response> {
  if (sessionEnd.holder?.name !== asked.name) return answer;
  sessionEnd.tell();
  if (again === null) return answer;
  await sessionEnd.over();
  const { holder } = sessionEnd;
  return holder?.name === asked.name ? fetch(signed(again, holder)) : answer;
}

/** Another tab may have signed in anew, be it as somebody else. */
async function renewed(answer: Response, again: Request, asked: Holder): Promise<Response> {
  const found = await fetch(new Request(`${location.origin}${session}`, { credentials: 'same-origin' }));
  const now = found.ok ? ((await found.json()) as Session) : null;
  if (found.status === 401 || (now !== null && now.person.name !== asked.name))
    return afterwards(answer, again, asked);
  if (now === null) return answer;
  const holder = { name: asked.name, csrf: now.csrf };
  sessionEnd.begin(holder);
  return fetch(signed(again, holder));
}

/** Why a call was refused, in the word for programs; nothing for one that was not, or not by the hub. */
async function codeOf(answer: Response): Promise<string | undefined> {
  if (answer.status !== 401 && answer.status !== 403) return undefined;
  const told = (await answer
    .clone()
    .json()
    .catch(() => null)) as Partial<Problem> | null;
  return told?.code;
}
