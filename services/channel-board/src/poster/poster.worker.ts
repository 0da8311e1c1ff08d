import type { SheetForm } from '../board.forms.ts';
import type { Poster, PosterSheet } from './poster.ts';
import { renderPoster } from './set.poster.ts';

/** What the thread does: sets one sheet on one paper. */
export const poster = (job: { readonly sheet: PosterSheet; readonly form: SheetForm }): Promise<Poster> =>
  renderPoster(job.sheet, job.form);
