import { Piscina } from 'piscina';
import type { SheetForm } from '../board.forms.ts';
import type { Poster, PosterSheet } from './poster.ts';
import { renderPoster } from './set.poster.ts';

/** Milliseconds that the thread is kept without work: whoever drafts a notice looks at it again. */
const idle = 600_000;

/** As built, a thread runs JavaScript; from the sources it does not. */
const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const fromSources = [
  '--experimental-transform-types',
  '--conditions=@towncrier/source',
  '--disable-warning=ExperimentalWarning',
];

let pool: Piscina | null = null;

/** Made when a sheet is first set on two papers: it takes a moment, and 80 MB for a typesetter with its fonts. */
function thread(): Piscina {
  pool ??= new Piscina({
    filename: new URL(`./poster.worker.${ending}`, import.meta.url).href,
    execArgv: ending === 'ts' ? fromSources : [],
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: idle,
  });
  return pool;
}

/**
 * The same sheet in every form: the first is set here, the others at the same time in a thread. Same sheet, same bytes,
 * wherever it is set.
 * @throws Error for a character that no font has
 */
export async function renderPosters(
  sheet: PosterSheet,
  forms: readonly SheetForm[],
): Promise<readonly Poster[]> {
  const [first, ...others] = forms;
  if (first === undefined) return [];
  const elsewhere = others.map((form): Promise<Poster> => thread().run({ sheet, form }, { name: 'poster' }));
  return Promise.all([renderPoster(sheet, first), ...elsewhere]);
}
