import type { Person } from '../../access/person.ts';
import type { Clock } from '../../ports/hub.parts.ts';
import type { AudienceDesk } from '../audience.desk.ts';
import type { ChannelDirectory } from '../channels/channel.directory.ts';
import type { DraftDesk } from '../draft.desk.ts';
import { publicationOf, type PublicationDoc } from '../publication.document.ts';
import { inForceOf, newest, type Publication } from '../publication.ts';
import type { PublicationsStore } from '../publications.store.ts';
import { mayRead, refuseUnlessRead } from '../reading.rights.ts';
import type { Neighbour } from './conflict.rules.ts';
import { meantBy, weigh, type Meant } from './consequence.rules.ts';
import type { Consequences, OutwardAct } from './consequences.view.ts';

/** Publications of each kind that are looked at, the last changed first. */
const looked = 50;

export interface ConsequenceParts {
  readonly store: Pick<PublicationsStore, 'get' | 'list'>;
  readonly drafts: Pick<DraftDesk, 'costs'>;
  readonly audiences: Pick<AudienceDesk, 'reached'>;
  readonly directory: Pick<ChannelDirectory, 'all'>;
  readonly clock: Clock;
  readonly beyond: number;
}

/** What will become of an act, asked of everybody who knows a part of it. */
export class ConsequencesDesk {
  constructor(private readonly at: ConsequenceParts) {}

  /** @throws ProblemError 403 where it is about words that are not theirs to read · 404 */
  async of(who: Person, id: string, act: OutwardAct): Promise<Consequences> {
    const state = publicationOf(await this.at.store.get(id));
    const meant = meantBy(act, state);
    // what is out is read by everybody
    if (meant.edition.releasedAt === null) refuseUnlessRead(who, state);
    const [channels, reach, sending, neighbours] = await Promise.all([
      this.at.directory.all(),
      this.at.audiences.reached(state.organisation, meant.edition.audience, meant.channels),
      this.at.drafts.costs(state, meant.edition, meant.channels),
      meant.ends ? [] : this.neighbours(who, id, meant),
    ]);
    return weigh({
      act,
      state,
      channels,
      readsNewest: mayRead(who, state),
      said: { reach, ...sending },
      neighbours,
      at: this.at.clock().toISOString(),
      beyond: this.at.beyond,
    });
  }

  private async neighbours(who: Person, id: string, { channels }: Meant): Promise<readonly Neighbour[]> {
    const [scheduled, out] = await Promise.all([
      this.at.store.list({ state: 'scheduled', limit: looked }),
      this.at.store.list({ state: 'released', limit: looked }),
    ]);
    return [...scheduled.items, ...out.items]
      .filter((doc) => doc._id !== id)
      .flatMap((doc) => neighbourOf(who, doc))
      .filter((one) => one.channels.some((channel) => channels.includes(channel)));
  }
}

/** An exercise comes before nobody. */
function neighbourOf(who: Person, doc: PublicationDoc): readonly Neighbour[] {
  const state: Publication = publicationOf(doc);
  const current = newest(state);
  if (current.drill) return [];
  if (current.state === 'scheduled' && current.schedule.publishAt !== null) {
    const title = mayRead(who, state) ? current.title : null;
    return [{ channels: current.channels, title, at: current.schedule.publishAt, isOut: false }];
  }
  const inForce = inForceOf(state);
  if (inForce?.releasedAt == null) return [];
  return [{ channels: inForce.channels, title: inForce.title, at: inForce.releasedAt, isOut: true }];
}
