import { rendered, renderQuestion, type EditionReleased, type SendingCost } from '@towncrier/contracts';
import type { Broker } from '@towncrier/messaging';
import type { Item } from './batch.ts';

/** How long (ms) a channel may take to answer, and for how many editions it is asked. */
const patienceMs = 5000;
const most = 100;

export interface CostParts {
  readonly broker: Pick<Broker, 'ask'>;
  /** What was let out under an operation (`publication:edition:publish`); null where nobody knows. */
  readonly releaseOf: (operation: string) => Promise<EditionReleased | null>;
  readonly titleOf: (channel: string) => Promise<string>;
}

/**
 * What many retries may cost, channel by channel, in words. At most: a channel looks before it repeats, and whoever
 * has it gets it no second time.
 */
export class RetryCost {
  constructor(private readonly at: CostParts) {}

  async words(items: readonly Item[]): Promise<readonly string[]> {
    const asked = items.slice(0, most);
    const costs = await Promise.all(asked.map(async (item) => ({ item, cost: await this.costOf(item) })));
    const channels = [...new Set(costs.flatMap(({ item, cost }) => (cost === null ? [] : [item.channel])))];
    const lines = channels.map(async (channel) => {
      const own = costs.flatMap(({ item, cost }) =>
        item.channel === channel && cost !== null ? [cost] : [],
      );
      return costWords(await this.at.titleOf(channel), own);
    });
    const rest = items.length > most ? [`另有 ${items.length - most} 条未估算`] : [];
    return channels.length === 0 ? [] : [...(await Promise.all(lines)), ...rest];
  }

  /** Null where it costs nothing worth counting, or nobody answers. */
  private async costOf({ delivery, channel }: Item): Promise<SendingCost | null> {
    const [publication, edition, , act] = delivery.split(':');
    if (act !== 'publish') return null;
    const release = await this.at.releaseOf(`${publication}:${edition}:publish`);
    if (release?.audience === undefined) return null;
    const meant = { audience: release.audience, owner: release.owner ?? null };
    try {
      const question = { edition: release.edition, want: 'cost', meant };
      return (
        rendered.parse(await this.at.broker.ask(renderQuestion(channel), question, patienceMs)).cost ?? null
      );
    } catch {
      return null;
    }
  }
}

/** One line for a channel. A price that is not known leaves the sum open. */
export function costWords(title: string, costs: readonly SendingCost[]): string {
  const sum = (of: (cost: SendingCost) => number): number => costs.reduce((all, one) => all + of(one), 0);
  const [people, messages] = [sum((c) => c.people), sum((c) => c.messages)];
  const fen = costs.some((c) => c.fen === null) ? null : sum((c) => c.fen ?? 0);
  const money = fen === null ? '线路没有登记单价，不估算费用' : `至多 ${(fen / 100).toFixed(2)} 元`;
  return `${title}：至多 ${people} 人次、${messages} 条，${money}；已送达的不会重发，不另计费`;
}
