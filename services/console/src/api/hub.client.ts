import createClient from 'openapi-fetch';
import type { paths } from './hub.generated.ts';
import { refusalIn, unreachable } from './refused.ts';
import { send } from './sending.ts';

/** The hub's calls, typed by its OpenAPI document. */
export const hub = createClient<paths>({
  baseUrl: location.origin,
  credentials: 'same-origin',
  fetch: send,
});
hub.use({ onError: unreachable });

/** What a call answers. @throws Refused with words for the person who asked */
export async function answerOf<T>(
  asked: Promise<{ readonly data?: T; readonly error?: unknown; readonly response: Response }>,
): Promise<T> {
  const { data, error, response } = await asked;
  if (!response.ok) throw refusalIn(error, response.status);
  return data as T;
}

/** Sends a file as a form does: `{ body: { file }, bodySerializer: asForm }`. */
export function asForm({ file }: { readonly file: Blob }): FormData {
  const form = new FormData();
  form.set('file', file);
  return form;
}
