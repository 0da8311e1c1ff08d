import { ChannelDirectory } from './channels/channel.directory.ts';
import type { Draft } from './draft.desk.ts';
import type { TermsRequest } from './publication.requests.ts';
import { atOnce, type Matter, type Terms } from './publication.terms.ts';

/** What a publication is when nobody says: a general notice in the general column. */
const general: Matter = { type: 'general-notice', column: 'tzgg', item: null, fields: {} };

/** Completes what an editor asked for with what stood there before, or with the defaults of the house. */
export class TermsDesk {
  constructor(private readonly directory: ChannelDirectory) {}

  /**
   * `relayed` names a warning that is passed on. `seen` are the terms that are being changed; null for a new
   * publication.
   * @throws ProblemError 422 for a channel nobody knows
   */
  async termsFor(request: TermsRequest, draft: Draft, seen: Terms | null, relayed?: string): Promise<Terms> {
    return {
      ...draft,
      lane: request.lane ?? seen?.lane ?? 'normal',
      channels: await this.channels(request.channels, seen?.channels ?? []),
      audience: request.audience ?? seen?.audience ?? { scope: 'all' },
      schedule: { ...(seen?.schedule ?? atOnce), ...defined(request.schedule) },
      matter: { ...(seen?.matter ?? general), ...defined(request.matter) },
      drill: request.drill ?? seen?.drill ?? false,
      relayed: relayed ?? seen?.relayed ?? null,
    };
  }

  private async channels(
    asked: readonly string[] | undefined,
    current: readonly string[],
  ): Promise<readonly string[]> {
    if (asked !== undefined) return this.directory.expect(asked, current);
    return current.length > 0 ? current : (await this.directory.list()).map((c) => c.id);
  }
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const defined = <T extends object>(given: T | undefined): Defined<T> =>
  Object.fromEntries(Object.entries(given ?? {}).filter(([, value]) => value !== undefined)) as Defined<T>;
