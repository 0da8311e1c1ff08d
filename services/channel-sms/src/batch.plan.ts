import type { Batch } from '@towncrier/channel-kit';
import type { Recipient, Recipients } from './recipients.ts';
import type { Routes } from './routes.ts';
import { firstOpen, type Choice } from './way.decide.ts';

/** Some of the same batches, and the id of the route that carries them; undefined where nobody knows one. */
interface Group {
  readonly via: string | undefined;
  readonly people: readonly Recipient[];
}

/** Who is in one call with whom. */
export class BatchPlan {
  constructor(
    private readonly recipients: Recipients,
    private readonly routes: Routes,
    /** Numbers in one call. */
    private readonly size: number,
  ) {}

  /**
   * A batch belongs to one route. Those whose number nobody knows, and those whose route is closed, are batches
   * of their own, which keep nobody else waiting.
   */
  async of(meant: readonly string[], rule: Omit<Choice, 'book'>): Promise<readonly Batch[]> {
    const { reachable, numberless } = await this.recipients.sorted(meant);
    const groups = [...(await this.byRoute(reachable, rule)), { via: undefined, people: numberless }];
    return groups
      .flatMap(({ via, people }) => chunks(people, this.size).map((some) => ({ via, some })))
      .map(({ via, some }, number) => ({
        number,
        targets: some.map(({ id }) => id),
        ...(via === undefined ? {} : { via }),
      }));
  }

  private async byRoute(people: readonly Recipient[], rule: Omit<Choice, 'book'>): Promise<readonly Group[]> {
    const named = new Set(people.map(({ route }) => route));
    const book = await this.routes.book([...named].filter((id) => id !== null));
    const ways = new Map([...named].map((id) => [id, firstOpen([id], { ...rule, book })]));
    const placeOf = (id: string | null): string => {
      const way = ways.get(id);
      return way?.is === 'open' ? `open ${way.route.id}` : `closed ${id ?? ''}`;
    };
    const groups = [...Map.groupBy(people, ({ route }) => placeOf(route)).values()];
    return groups.map((some) => {
      const id = some[0]?.route ?? null;
      const way = ways.get(id);
      return { via: way?.is === 'open' ? way.route.id : (id ?? undefined), people: some };
    });
  }
}

const chunks = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size));
