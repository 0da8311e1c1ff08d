import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptMs, type Copy } from './copy.ts';
import { offersOf, type Opening } from './offers.ts';

const now = Date.parse('2026-11-29T08:00:00.000Z');
const opening = (more: Partial<Opening<string>> = {}): Opening<string> => ({
  person: 'wangfang',
  subject: 'edit/7K3QZP4M',
  standing: '原文',
  now,
  open: new Set(),
  isSame: (a, b) => a === b,
  ...more,
});

/** What can happen to one page after the other, in one browser that several people use. */
type Happening =
  | { readonly kind: 'open'; readonly person: string; readonly subject: string }
  | { readonly kind: 'type'; readonly words: string }
  | { readonly kind: 'save' | 'kill' | 'restore' | 'discard' }
  | { readonly kind: 'wait'; readonly ms: number };
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    kind: fc.constant('open' as const),
    person: fc.constantFrom('wangfang', 'liming'),
    subject: fc.constantFrom('new', 'edit/7K3QZP4M'),
  }),
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('type' as const), words: fc.string({ minLength: 1 }) }),
  },
  fc.record({
    kind: fc.constantFrom('save' as const, 'kill' as const, 'restore' as const, 'discard' as const),
  }),
  fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(1000, 86_400_000, keptMs) }),
);

interface Page {
  readonly key: string;
  readonly person: string;
  readonly subject: string;
  base: string;
  words: string;
}

/** What somebody wrote, and neither saved nor threw away. */
interface Owed extends Pick<Page, 'person' | 'subject' | 'words'> {
  readonly at: number;
}

/** The browser with its copies, and beside it what it owes to everybody, by page. */
class Browser {
  readonly copies = new Map<string, Copy<string>>();
  readonly owed = new Map<string, Owed>();
  readonly saved = new Map<string, string>();
  page: Page | null = null;
  offered: readonly Copy<string>[] = [];
  time = now;
  #pages = 0;

  live(one: Happening): void {
    if (one.kind === 'wait') this.time += one.ms;
    else if (one.kind === 'open') this.open(one.person, one.subject);
    else if (this.page !== null) this.do(one, this.page);
  }

  private open(person: string, subject: string): void {
    const base = this.saved.get(subject) ?? '';
    this.page = { key: `${(this.#pages += 1)}`, person, subject, base, words: base };
    const { offered, over } = offersOf(
      [...this.copies.values()],
      opening({ person, subject, standing: base, now: this.time, open: new Set([this.page.key]) }),
    );
    for (const key of over) this.copies.delete(key);
    this.offered = offered;
    this.check(person, subject, base);
  }

  private do(one: Exclude<Happening, { kind: 'wait' | 'open' }>, page: Page): void {
    if (one.kind === 'type') this.type(page, page.words + one.words);
    else if (one.kind === 'save') this.save(page);
    else if (one.kind === 'kill') this.page = null;
    else this.answer(page, one.kind);
  }

  private type(page: Page, words: string): void {
    page.words = words;
    const { key, person, subject, base } = page;
    this.copies.set(key, {
      key,
      person,
      subject,
      at: new Date(this.time).toISOString(),
      from: null,
      base,
      form: words,
    });
    this.owed.set(key, { person, subject, words, at: this.time });
  }

  private save(page: Page): void {
    if (page.subject !== 'new') this.saved.set(page.subject, page.words);
    this.copies.delete(page.key);
    this.owed.delete(page.key);
    this.page = null;
  }

  private answer(page: Page, what: 'restore' | 'discard'): void {
    const [copy] = this.offered;
    if (copy === undefined) return;
    this.offered = this.offered.slice(1);
    this.copies.delete(copy.key);
    this.owed.delete(copy.key);
    if (what === 'discard') return;
    // what was written before that was answered stays beside it
    const own = this.copies.get(page.key);
    const owed = this.owed.get(page.key);
    if (own !== undefined && owed !== undefined) {
      const key = `${(this.#pages += 1)}`;
      this.copies.set(key, { ...own, key });
      this.owed.set(key, owed);
    }
    this.type(page, copy.form);
  }

  private check(person: string, subject: string, standing: string): void {
    for (const copy of this.offered) expect(copy).toMatchObject({ person, subject });
    const words = new Set(this.offered.map(({ form }) => form));
    for (const one of this.owed.values()) {
      const isDue = one.person === person && one.subject === subject && this.time - one.at < keptMs;
      if (isDue && one.words !== standing) expect(words).toContain(one.words);
    }
  }
}

describe('what is offered when a page is opened again', () => {
  it('is what its writer left, and no word of anybody else’s, whatever happened before', () => {
    fc.assert(
      fc.property(fc.array(happening, { minLength: 3, maxLength: 40 }), (story) => {
        const browser = new Browser();
        for (const one of story) browser.live(one);
        browser.live({ kind: 'open', person: 'wangfang', subject: 'edit/7K3QZP4M' });
      }),
      { numRuns: 500 },
    );
  });

  const copy = (more: Partial<Copy<string>>): Copy<string> => ({
    key: 'a',
    person: 'wangfang',
    subject: 'edit/7K3QZP4M',
    at: '2026-11-29T07:00:00.000Z',
    from: null,
    base: '原文',
    form: '改过',
    ...more,
  });

  it('is not what is being written in another tab at this moment', () => {
    expect(offersOf([copy({})], opening({ open: new Set(['a']) }))).toEqual({ offered: [], over: [] });
  });

  it('is each text once, the newest first', () => {
    const [older, newer] = [copy({ at: '2026-11-29T06:00:00.000Z' }), copy({ key: 'b' })];
    const other = copy({ key: 'c', form: '又改过', at: '2026-11-29T05:00:00.000Z' });
    expect(offersOf([older, other, newer], opening())).toEqual({ offered: [newer, other], over: ['a'] });
  });

  it.each([
    ['stands there already', { form: '原文' }],
    ['says no more than it began with', { form: '旧文', base: '旧文' }],
    ['is a fortnight old, whoever wrote it', { person: 'liming', at: '2026-11-15T08:00:00.000Z' }],
  ])('is not what %s, which is over', (_what, more) => {
    expect(offersOf([copy(more)], opening())).toEqual({ offered: [], over: ['a'] });
  });

  it('leaves what somebody else wrote, or for something else, where it is', () => {
    const others = [copy({ person: 'liming' }), copy({ subject: 'new' })];
    expect(offersOf(others, opening())).toEqual({ offered: [], over: [] });
  });
});
