import { nameOfItsOwn } from './roll.call.ts';

const key = 'towncrier-tab';
let name: string | undefined;

/**
 * The name of this tab. It stays when the page is loaded again; a tab that was copied from this one has another,
 * since the name is put down only when the page goes.
 */
export function tabName(): string {
  if (name !== undefined) return name;
  const own = sessionStorage.getItem(key) ?? nameOfItsOwn();
  sessionStorage.removeItem(key);
  addEventListener('pagehide', () => sessionStorage.setItem(key, own));
  addEventListener('pageshow', () => sessionStorage.removeItem(key));
  name = own;
  return own;
}
