import type { ChinaCalendar } from '@towncrier/calendar';
import { dateInChina } from '@towncrier/content';
import type { Collection } from '@towncrier/storage';
import type { CatalogueService } from '../catalogue/catalogue.service.ts';
import type { Clock } from '../../ports/hub.parts.ts';
import type { PublicationDoc } from '../../publications/publication.document.ts';
import { obligationsOf, type Obligation, type Release } from './obligations.ts';

/**
 * Which recurring items of the catalogue were published in time. Always computed from catalogue and releases,
 * never stored.
 */
export class ObligationsService {
  constructor(
    private readonly catalogue: CatalogueService,
    private readonly docs: Collection<PublicationDoc>,
    private readonly calendar: ChinaCalendar,
    private readonly clock: Clock,
  ) {}

  /** Of one year or several, year by year; catalogue and releases are read once. @throws UnknownTimeLimit */
  async of(...years: readonly number[]): Promise<readonly Obligation[]> {
    const items = (await this.catalogue.items({})).filter((i) =>
      i.timeLimit.rules.some((r) => r.kind === 'periodic'),
    );
    const releases = new Map(
      await Promise.all(items.map(async ({ id }) => [id, await this.releasesFor(id)] as const)),
    );
    const since = (await this.catalogue.since()) ?? '9999-12-31';
    const known = { releases, since, today: dateInChina(this.clock()) };
    return years.flatMap((year) => obligationsOf(items, year, this.calendar, known));
  }

  private async releasesFor(item: string): Promise<readonly Release[]> {
    const { items } = await this.docs.find({ item }, { order: { updatedAt: 'desc' }, limit: 1000 });
    return items.flatMap((doc) =>
      doc.editions.flatMap((e) =>
        e.releasedAt === null || e.matter.item !== item
          ? []
          : [{ publication: doc._id, on: dateInChina(new Date(e.releasedAt)) }],
      ),
    );
  }
}
