import { everywhere, organisationCode } from '@towncrier/contracts';
import type { Person } from '../access/person.ts';
import type { Finding } from '../http/problem.ts';
import type { ChannelDirectory } from './channels/channel.directory.ts';
import type { ReachDesk, ReachTold } from './channels/reach.desk.ts';
import { reachFindings } from './channels/reach.findings.ts';
import { reachViewOf, type ReachRequest, type ReachView } from './channels/reach.view.ts';
import type { Terms } from './publication.terms.ts';
import { newest, type Publication } from './publication.ts';

/** Whom a publication reaches, before it goes out. */
export class AudienceDesk {
  constructor(
    private readonly reaches: ReachDesk,
    private readonly directory: ChannelDirectory,
  ) {}

  /** What would be reached; everywhere and on every channel where nothing is said. */
  async ask(who: Person, { audience, channels, organisation }: ReachRequest): Promise<ReachView> {
    const asked = channels ?? (await this.directory.list()).map((c) => c.id);
    return this.view(await this.told(organisation ?? who.organisation, audience ?? everywhere, asked));
  }

  /** What the newest edition of a publication reaches. */
  async of(publication: Publication): Promise<ReachView> {
    const { audience, channels } = newest(publication);
    return this.view(await this.told(publication.organisation, audience, channels));
  }

  /** Whom an audience reaches on these channels, as each of them says. */
  reached(
    organisation: string,
    audience: Terms['audience'],
    channels: readonly string[],
  ): Promise<readonly ReachTold[]> {
    return this.told(organisation, audience, channels);
  }

  /** Of the newest edition, for whoever reviews it. */
  async findings(publication: Publication): Promise<readonly Finding[]> {
    const { audience, channels } = newest(publication);
    const told = await this.told(publication.organisation, audience, channels);
    return reachFindings(audience, told, await this.titles());
  }

  private told(
    organisation: string,
    audience: Terms['audience'],
    channels: readonly string[],
  ): Promise<readonly ReachTold[]> {
    const owner = organisationCode.safeParse(organisation);
    return this.reaches.ask({ audience, owner: owner.success ? owner.data : null }, channels);
  }

  private async view(told: readonly ReachTold[]): Promise<ReachView> {
    return reachViewOf(told, await this.titles());
  }

  private async titles(): Promise<(channel: string) => string> {
    const known = await this.directory.all();
    return (id) => known.find((c) => c.id === id)?.doc.announced.title ?? id;
  }
}
