import type { Playlist } from '../src/playlist.format.ts';

/** The parts of the player's page, by the ids that player.page.ts gives them. */
const part = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
};

export function showPicture(kind: Playlist['profile']['kind'], url: string, words: string): void {
  part('words').hidden = true;
  const stage = part('stage');
  stage.hidden = false;
  stage.className = kind;
  const page = part('page');
  page.setAttribute('src', url);
  page.setAttribute('alt', words);
}

/** Instead of a picture, large. */
export function say(words: string): void {
  part('stage').hidden = true;
  part('words').hidden = false;
  part('words').textContent = words;
}

/** Beside the picture, small: for whoever looks after the box. */
export function note(words: string): void {
  part('state').textContent = words;
}

export function showChoice(): void {
  part('pick').hidden = false;
}
