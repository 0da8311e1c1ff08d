import type { KeptLoss } from '../publications/losses/kept.loss.ts';
import { expect } from 'vitest';
import type { Command, Decision, Unsigned } from '../publications/publication.commands.ts';
import { decide } from '../publications/publication.decide.ts';
import type { PublicationEvent } from '../publications/publication.events.ts';
import { evolve } from '../publications/publication.evolve.ts';
import { atOnce, type Terms } from '../publications/publication.terms.ts';
import { newest, type EditionRecord, type Publication } from '../publications/publication.ts';

export type Wish = Unsigned;

/**
 * Given what people did before, when somebody wishes something, then it happens or is refused. One minute
 * passes per step.
 */
export class Story {
  private state: Publication | null = null;
  private minute = 0;
  private last: Decision | null = null;

  given(by: string, wish: Wish): this {
    this.when(by, wish);
    expect(this.last?.kind, JSON.stringify(this.last)).toBe('done');
    return this;
  }

  when(by: string, wish: Wish): this {
    const at = new Date(Date.UTC(2026, 10, 23, 9, this.minute++)).toISOString();
    this.last = decide({ ...wish, by, at } as Command, this.state);
    if (this.last.kind === 'done')
      this.state = this.last.events.reduce<Publication | null>(evolve, this.state);
    return this;
  }

  /** The clock goes on without anybody doing anything. */
  later(minutes: number): this {
    this.minute += minutes;
    return this;
  }

  get publication(): Publication {
    if (this.state === null) throw new Error('nothing was created');
    return this.state;
  }

  get edition(): EditionRecord {
    return newest(this.publication);
  }

  get decision(): Decision {
    if (this.last === null) throw new Error('nothing was wished');
    return this.last;
  }

  thenHappened(...types: readonly PublicationEvent['type'][]): this {
    expect(this.decision).toMatchObject({ kind: 'done', events: types.map((type) => ({ type })) });
    return this;
  }

  thenRefused(code: string, words: string | RegExp): this {
    expect(this.decision).toMatchObject({ kind: 'refused', code });
    expect(this.decision.kind === 'refused' ? this.decision.words : '').toMatch(words);
    return this;
  }
}

/** What is urgent or warns says until when. */
export const dayAfter = '2026-11-25T16:00:00.000Z';

export const hashOf = (letter: string): string => letter.repeat(64);
export const termsOf = (letter = 'a', more: Partial<Terms> = {}): Terms => ({
  contentHash: hashOf(letter),
  title: '停水通知',
  lane: 'normal',
  channels: ['website', 'sms'],
  audience: { scope: 'all' },
  schedule:
    more.lane === 'urgent' || more.matter?.type === 'warning' ? { ...atOnce, expiresAt: dayAfter } : atOnce,
  matter: { type: 'general-notice', column: 'tzgg', item: null, fields: {} },
  noticeUntil: null,
  drill: false,
  relayed: null,
  ...more,
});

export const written = (more: Partial<Terms> = {}, losses: readonly KeptLoss[] = []): Wish => ({
  type: 'createPublication',
  id: '7K3QZP4M',
  organisation: 'kysrmzf',
  terms: termsOf('a', more),
  losses,
});
export const edited = (letter = 'b', more: Partial<Terms> = {}): Wish => ({
  type: 'editDraft',
  terms: termsOf(letter, more),
  losses: [],
});
export const corrected = (letter = 'c', more: Partial<Terms> = {}): Wish => ({
  type: 'correctPublication',
  reason: '时间有误',
  terms: termsOf(letter, { title: '停水通知（更正）', ...more }),
  losses: [],
});
/** Sent to reviewers; one level and a secrecy review where nothing else is said. */
export const submitted = (levels = 1, secrecy = true): Wish => ({
  type: 'submitEdition',
  renditions: { website: hashOf('1'), sms: hashOf('2') },
  unchecked: [],
  route: { levels, secrecy },
});
export const approved = (letter = 'a'): Wish => ({ type: 'approveEdition', contentHash: hashOf(letter) });
export const cleared = (letter = 'a'): Wish => ({ type: 'clearEdition', contentHash: hashOf(letter) });
export const published: Wish = { type: 'publishEdition' };
export const withdrawn = (endsNoticeEarly = false): Wish => ({
  type: 'withdrawPublication',
  reason: '内容有误',
  endsNoticeEarly,
});
export const woken: Wish = { type: 'wake' };

/** Written by li, approved by wang, cleared by bao. */
export const approvedStory = (more: Partial<Terms> = {}): Story =>
  new Story()
    .given('li', written(more))
    .given('li', submitted())
    .given('wang', approved())
    .given('bao', cleared());
/** A publication whose first edition is out. */
export const released = (more: Partial<Terms> = {}): Story => approvedStory(more).given('li', published);
/** The correction in work goes all the way. */
export const goneOut = (story: Story, by = 'zhao', letter = 'c'): Story =>
  story
    .given(by, submitted())
    .given('wang', approved(letter))
    .given('bao', cleared(letter))
    .given(by, published);
