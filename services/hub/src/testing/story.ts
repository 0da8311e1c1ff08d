import { expect } from 'vitest';
import { decide, type Command, type Decision } from '../publications/publication.decide.ts';
import { evolve, type Publication, type PublicationEvent } from '../publications/publication.ts';

type Distribute<C> = C extends unknown ? Omit<C, 'by' | 'at'> : never;
export type Wish = Distribute<Command>;

/** Given what people did before, when somebody wishes something, then it happens or is refused. One minute passes per step. */
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
    if (this.last.kind === 'done') this.state = this.last.events.reduce<Publication | null>(evolve, this.state);
    return this;
  }

  get publication(): Publication {
    if (this.state === null) throw new Error('nothing was created');
    return this.state;
  }

  get decision(): Decision {
    if (this.last === null) throw new Error('nothing was wished');
    return this.last;
  }

  thenHappened(type: PublicationEvent['type']): this {
    expect(this.decision).toMatchObject({ kind: 'done', events: [{ type }] });
    return this;
  }

  thenRefused(code: string, words: string | RegExp): this {
    expect(this.decision).toMatchObject({ kind: 'refused', code });
    expect(this.decision.kind === 'refused' ? this.decision.words : '').toMatch(words);
    return this;
  }
}

export const hashOf = (letter: string): string => letter.repeat(64);
export const draft = (letter = 'a', title = '停水通知'): { contentHash: string; title: string } => ({ contentHash: hashOf(letter), title });

export const written: Wish = { type: 'createPublication', id: '7K3QZP4M', lane: 'normal', channels: ['website', 'sms'], draft: draft() };
export const submitted: Wish = { type: 'submitEdition', renditions: { website: hashOf('1'), sms: hashOf('2') }, unchecked: [] };
export const approved: Wish = { type: 'approveEdition', contentHash: hashOf('a') };
export const published: Wish = { type: 'publishEdition' };

/** A publication whose first edition is out. */
export const released = (): Story => new Story().given('li', written).given('li', submitted).given('wang', approved).given('li', published);
