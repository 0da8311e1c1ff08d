import type { TargetReader } from '@towncrier/channel-kit';
import type { Target } from '@towncrier/contracts';
import type { PostingDoc, Standing } from './board.documents.ts';
import { paperOf } from './board.targets.ts';
import type { Paper } from './poster/poster.ts';

/** A notice board of the register. */
export interface Board {
  readonly id: string;
  readonly title: string;
  readonly paper: Paper;
}

/** `meant` for the notice, as the register has it now · `paused` · `retired` · `left`: no longer, or never, meant. */
export interface Place {
  readonly board: Board;
  readonly is: 'meant' | 'paused' | 'retired' | 'left';
}

export const boardOf = ({ id, title, facts }: Target): Board => ({ id, title, paper: paperOf(facts) });

/** Which boards there are, and which of them a notice is for. */
export class BoardPlaces {
  constructor(private readonly targets: TargetReader) {}

  /** Paused and retired ones too. */
  async board(id: string): Promise<Board | null> {
    const target = await this.targets.get(id);
    return target === null ? null : boardOf(target);
  }

  /** All that are not retired. */
  async all(): Promise<readonly Board[]> {
    const all: Board[] = [];
    for await (const target of this.targets.living()) all.push(boardOf(target));
    return all;
  }

  /** Boards that a notice is for, and those where a sheet of it hangs. */
  async of(
    standing: Pick<Standing, 'of' | 'also'>,
    hanging: readonly PostingDoc[],
  ): Promise<readonly Place[]> {
    const meant = await this.meant(standing);
    const hangs = hanging.filter(({ state }) => state === 'posted').map(({ board }) => board);
    const places: Place[] = [];
    for await (const target of this.targets.some([...new Set([...meant, ...hangs])].sort()))
      places.push({ board: boardOf(target), is: stateOf(target, meant) });
    return places;
  }

  private async meant({ of, also }: Pick<Standing, 'of' | 'also'>): Promise<ReadonlySet<string>> {
    const meant = of === null ? new Set<string>() : await this.targets.meant(of);
    return also.length === 0 ? meant : new Set([...meant, ...also]);
  }
}

function stateOf({ id, state }: Target, meant: ReadonlySet<string>): Place['is'] {
  if (state.is !== 'active') return state.is;
  return meant.has(id) ? 'meant' : 'left';
}
