import type { Edition, IllustratedEdition } from '@towncrier/contracts';
import { expect } from 'vitest';
import type { AnyLab } from './channel.lab.ts';
import type { ConformanceOptions } from './conformance.options.ts';
import { sampleEdition } from './editions.ts';
import type { RecordedAnswer } from './recorded.answer.ts';
import type { Shown } from './twin.ts';

/** What a proof works with: the channel in its lab, and a publication nobody has seen yet. */
export class Bench {
  readonly here: IllustratedEdition;

  constructor(
    readonly lab: AnyLab,
    readonly options: Omit<ConformanceOptions, 'environment' | 'folder'>,
    readonly recorded: readonly RecordedAnswer[],
    publication: string,
  ) {
    this.here = sampleEdition({ publication });
  }

  /** The same lab with another publication. */
  another(publication: string): Bench {
    return new Bench(this.lab, this.options, this.recorded, publication);
  }

  /** The next edition of the same publication. */
  corrected(content: Partial<IllustratedEdition['content']>): IllustratedEdition {
    const { publication, edition } = this.here;
    return sampleEdition({
      publication,
      edition: edition + 1,
      content,
      corrects: { edition, reason: '时间有误' },
    });
  }

  async published(edition: Edition): Promise<void> {
    const rest = await this.lab.settled(await this.lab.release(edition));
    expect(rest, JSON.stringify(rest)).toMatchObject({ outcome: 'confirmed' });
  }

  /** All that ever stood there of this publication. */
  all(edition: Edition = this.here): Promise<readonly Shown[]> {
    return this.lab.twin.shown(edition.publication);
  }

  async visible(): Promise<readonly Shown[]> {
    return (await this.all()).filter((s) => s.visible);
  }

  /** How much stands there after one publication where nothing goes wrong. */
  async usual(publication: string): Promise<number> {
    const edition = sampleEdition({ publication });
    await this.published(edition);
    return (await this.all(edition)).length;
  }
}

export const wordsOf = (shown: readonly Shown[]): string => shown.map((s) => s.text).join('\n');
