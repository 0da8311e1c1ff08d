import type { Audience } from '@towncrier/contracts';
import { ProblemError } from '../http/problem.ts';
import { ChannelDirectory } from './channels/channel.directory.ts';
import type { Draft } from './draft.desk.ts';
import { channelsProposed, plainProposal, type Proposal } from './proposal.ts';
import type { Answers } from './publication.answers.ts';
import type { TermsRequest } from './publication.requests.ts';
import { atOnce, type Matter, type Terms } from './publication.terms.ts';

/** What a publication is when nobody says: a general notice in the general column. */
const general: Matter = { type: 'general-notice', column: 'tzgg', item: null, fields: {} };

/** Completes what an editor asked for with what stood there before, or with the defaults of the house. */
export class TermsDesk {
  constructor(
    private readonly directory: ChannelDirectory,
    private readonly answers: Pick<Answers, 'audienceObjection' | 'usualFor'>,
  ) {}

  /**
   * `relayed` names a warning that is passed on. `seen` are the terms that are being changed; null for a new
   * publication.
   * @throws ProblemError 422 for a channel, an area or an organisation that nobody knows
   */
  async termsFor(request: TermsRequest, draft: Draft, seen: Terms | null, relayed?: string): Promise<Terms> {
    const matter = matterOf(request.matter, seen?.matter);
    const usual = (await this.answers.usualFor(matter.type)) ?? plainProposal;
    return {
      ...draft,
      lane: request.lane ?? seen?.lane ?? usual.lane.value,
      channels: await this.channels(request.channels, seen?.channels ?? [], usual),
      audience: await this.audience(request.audience, seen?.audience ?? usual.audience.value),
      schedule: { ...(seen?.schedule ?? atOnce), ...defined(request.schedule) },
      matter,
      drill: request.drill ?? seen?.drill ?? false,
      relayed: relayed ?? seen?.relayed ?? null,
    };
  }

  private async audience(
    asked: TermsRequest['audience'],
    current: Terms['audience'],
  ): Promise<Terms['audience']> {
    if (asked === undefined) return current;
    const meant = withoutEmptyException(asked);
    const objection = await this.answers.audienceObjection(meant);
    if (objection !== null) throw new ProblemError(422, 'unknown-audience', objection);
    return meant;
  }

  private async channels(
    asked: readonly string[] | undefined,
    current: readonly string[],
    usual: Proposal,
  ): Promise<readonly string[]> {
    if (asked !== undefined) return this.directory.expect(asked, current);
    if (current.length > 0) return current;
    const all = (await this.directory.list()).map((c) => c.id);
    return channelsProposed(usual, all);
  }
}

/** An exception that names nobody excepts nobody: the seal is that of an audience without one. */
function withoutEmptyException({ except, ...audience }: Audience): Audience {
  const empty = except === undefined || Object.values(except).every((names) => names.length === 0);
  return empty ? audience : { ...audience, except };
}

/** The matter, as far as it is said; the rest stays as it was. */
export const matterOf = (said: TermsRequest['matter'], before: Matter = general): Matter => ({
  ...before,
  ...defined(said),
});

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const defined = <T extends object>(given: T | undefined): Defined<T> =>
  Object.fromEntries(Object.entries(given ?? {}).filter(([, value]) => value !== undefined)) as Defined<T>;
