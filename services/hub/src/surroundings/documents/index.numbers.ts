import { dateInChina } from '@towncrier/content';
import type { Collection, CollectionSpec, Frozen } from '@towncrier/storage';
import { z } from 'zod';
import type { Clock } from '../../ports/hub.parts.ts';

const issuedNumbersDoc = z.object({ _id: z.string(), version: z.int(), issued: z.array(z.string()) });
export type IssuedNumbersDoc = Frozen<z.infer<typeof issuedNumbersDoc>>;
/**
 * `_id` is `<organisation>/<year>`. The publication at place n (from 0) has number n + 1: so there is no gap,
 * and no number twice.
 */
export const issuedNumbers: CollectionSpec<IssuedNumbersDoc> = {
  name: 'index_numbers',
  schemaVersion: 1,
  schema: issuedNumbersDoc,
  indexes: [],
};

const ownForm = /^([a-z][a-z0-9-]{1,39}\/\d{4})-(\d{5,})$/;
const written = (register: string, n: number): string => `${register}-${String(n).padStart(5, '0')}`;

export interface IssuedNumber {
  readonly number: string;
  readonly publication: string;
}

/** 索引号: one per publication, kept for ever, counted per organisation and year. */
export class IndexNumbers {
  constructor(
    private readonly docs: Collection<IssuedNumbersDoc>,
    private readonly clock: Clock,
  ) {}

  /** The publication's number of this year; asked again it is the same. */
  async give(organisation: string, publication: string): Promise<string> {
    const register = `${organisation}/${dateInChina(this.clock()).slice(0, 4)}`;
    const { doc } = await this.docs.change(register, (known) => {
      const issued = known?.issued ?? [];
      return issued.includes(publication) ? null : { _id: register, issued: [...issued, publication] };
    });
    return written(register, (doc?.issued.indexOf(publication) ?? 0) + 1);
  }

  /**
   * Whose number this is: null for one of ours that nobody has; undefined for a number of somebody else's
   * form.
   */
  async holder(number: string): Promise<string | null | undefined> {
    const [, register, n] = ownForm.exec(number) ?? [];
    return register === undefined
      ? undefined
      : ((await this.docs.get(register))?.issued[Number(n) - 1] ?? null);
  }

  async list(organisation: string, year: string): Promise<readonly IssuedNumber[]> {
    const register = `${organisation}/${year}`;
    return ((await this.docs.get(register))?.issued ?? []).map((publication, n) => ({
      number: written(register, n + 1),
      publication,
    }));
  }
}
