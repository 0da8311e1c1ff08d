import 'fake-indexeddb/auto';
import { QueryClient } from '@tanstack/react-query';
import {
  createRootRoute,
  createRouter,
  Matches,
  RouterContextProvider,
  RouterProvider,
  type AnyRouter,
} from '@tanstack/react-router';
import { act, cleanup, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { clear, createStore } from 'idb-keyval';
import { afterEach } from 'vitest';
import type { ReactNode } from 'react';
import type { Role, Session, Step } from '../api/hub.types.ts';
import { sessionEnd } from '../api/session.end.ts';
import { Frame } from '../frame/frame.tsx';
import { places } from '../frame/route.ts';
import { searchIn, searchOf } from '../frame/saved.ts';
import { place } from '../unsaved/copy.store.ts';
import { FakeHub } from './fake.hub.ts';
import './fake.stream.ts';
import { words } from './words.ts';

/** The machine may be busy; nothing is judged by how long it takes. */
configure({ asyncUtilTimeout: 30_000 });

/** A page that is open, with the steps that are theirs there. */
interface Open {
  readonly key: string;
  readonly steps: Step[];
}
const withWords = ({ key, steps }: Open): Session['screens'][number] => ({
  key,
  steps,
  words: words[key] ?? {},
});

/** Who is signed in, and the pages that are open to them; those with words of their own always are. */
export const sessionOf = (roles: readonly Role[], open: readonly Open[] = []): Session => ({
  person: { name: 'wangfang', title: '王芳', roles: [...roles], organisation: 'kyszfb' },
  csrf: 'token-of-the-session',
  mustChangePassword: false,
  needsSecondFactor: false,
  secondFactor: false,
  screens: [
    ...open,
    ...Object.keys(words)
      .filter((key) => open.every((o) => o.key !== key))
      .map((key) => ({ key, steps: [] })),
  ].map(withWords),
});

// A page that is left standing would still be drawing when there is no window any more.
afterEach(cleanup);
// What one test left unsaved is no other's.
const copies = createStore(place.database, place.store);
afterEach(() => clear(copies));

/** A hub that knows who is there; every other answer is said by the test. */
export function hubFor(...roles: readonly Role[]): FakeHub {
  const hub = new FakeHub()
    .on('get', '/api/v1/session', sessionOf(roles))
    .on('get', '/api/v1/channels', { channels: [] })
    .on('get', '/api/v1/columns', { items: [] })
    .on('get', '/api/v1/areas', { items: [], venues: [] })
    .on('get', '/api/v1/organisations', { tree: [], total: 0, vacant: 0 })
    .on('post', '/api/v1/reach', { words: '没有渠道应答', channels: [] })
    .on('get', '/api/v1/publication-types', { items: [] })
    .on('get', '/api/v1/publications/{id}/working-copy', { copy: null })
    .on('delete', '/api/v1/publications/{id}/working-copy', undefined)
    .on('put', '/api/v1/publications/{id}/working-copy', {
      savedAt: '2026-11-23T02:00:03.000Z',
      holder: null,
    });
  globalThis.fetch = hub.fetch as typeof fetch;
  return hub;
}

/** Puts one page before a person, by itself. What they do goes through `user`. */
export function show(page: ReactNode, address = '/') {
  const router = createRouter({
    routeTree: createRootRoute({ component: () => null }),
    history: places,
    parseSearch: searchIn,
    stringifySearch: searchOf,
  });
  return put(
    address,
    <RouterContextProvider router={router}>
      <Matches />
      {page}
    </RouterContextProvider>,
  );
}

/** Puts the page before a person that stands at an address. */
export const showAt = (address: string, router: AnyRouter, beside?: ReactNode) =>
  put(
    address,
    <>
      <RouterProvider router={router} />
      {beside}
    </>,
  );

function put(address: string, page: ReactNode) {
  cleanup();
  sessionEnd.begin({ name: 'wangfang', csrf: 'token-of-the-session' });
  places.replace(address);
  places.flush();
  const queries = new QueryClient({
    defaultOptions: { queries: { retry: false }, mutations: { retry: false } },
  });
  render(
    <Frame queries={queries} motion={false}>
      {page}
    </Frame>,
  );
  return userEvent.setup({ pointerEventsCheck: 0, delay: null });
}

/** A button by its words; two characters are drawn with a space between them. */
export const button = (words: string, inside: HTMLElement = document.body): HTMLElement => {
  const plain = (text: string | null): string => (text ?? '').replaceAll(/\s/g, '');
  const found = [...inside.querySelectorAll('button, a.ant-btn')].filter(
    (b) => plain(b.textContent) === words,
  );
  const [first] = found;
  if (!(first instanceof HTMLElement)) throw new Error(`there is no button “${words}”`);
  return first;
};

/** Points at a button that is not to be had; what stands around it hears the pointer. */
export const pointAt = (user: ReturnType<typeof show>, disabled: HTMLElement): Promise<void> =>
  user.hover(disabled.parentElement?.parentElement ?? disabled);

/** A field in the form that a button sends, by its placeholder. */
export function fieldOf(sends: HTMLElement, placeholder: string): HTMLElement {
  const form = sends.closest('form');
  if (form === null) throw new Error('the button is in no form');
  return within(form).getByPlaceholderText(placeholder);
}

/** Types a day or an hour, and goes on. */
export async function typeDay(user: ReturnType<typeof show>, field: HTMLElement, words: string) {
  await user.clear(field);
  if (words !== '') await user.type(field, words);
  await user.tab();
}

/** Chooses from a list that opens on a click. */
export async function choose(user: ReturnType<typeof userEvent.setup>, list: HTMLElement, words: string) {
  await user.click(list);
  const options = await waitFor(() => {
    const all = [...document.querySelectorAll<HTMLElement>('.ant-select-item-option-content')];
    const option = all.find((o) => o.textContent === words);
    if (option === undefined) throw new Error(`no option “${words}” among ${all.map((o) => o.textContent)}`);
    return option;
  });
  await user.click(options);
}

export { act, screen, waitFor, within };
