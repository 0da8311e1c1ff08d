import { describe, expect, it } from 'vitest';
import { publication } from '../testing/samples.ts';
import { asForm, beginningOf, formIn, isSame, overlaid, type Filled } from './filled.ts';

const { base } = beginningOf(publication());
const withMore = (more: Filled['written']): Filled => ({ ...base, written: { ...base.written, ...more } });

describe('a form', () => {
  it('says the same with an empty field as without it, and with a picture that no text shows', () => {
    const picture = { id: 'a'.repeat(64), mediaType: 'image/png' as const, bytes: 9 };
    expect(isSame(base, withMore({ shortTitle: '', hidesEarlier: false }))).toBe(true);
    expect(
      isSame(base, withMore({ body: { document: base.written.body?.document ?? null, media: [picture] } })),
    ).toBe(true);
  });

  it.each([
    ['another title', withMore({ title: '别的' })],
    ['one channel less', withMore({ channels: ['website'] })],
    ['no channel at all', withMore({ channels: [] })],
    ['essentials that somebody took away', withMore({ essentials: [] })],
    ['another reach', withMore({ audience: { scope: 'specific', groups: ['项目单位'] } })],
    ['a file that goes along', { ...base, attachments: [{ name: 'a', href: 'https://x', bytes: 1 }] }],
  ])('says something else with %s', (_what, other) => {
    expect(isSame(base, other)).toBe(false);
  });

  it('comes back from the hub as it was given', () => {
    const form = withMore({ title: '别的', essentials: [] });
    const read = formIn(asForm(base, form));
    expect(read !== null && isSame(read.base, base) && isSame(read.form, form)).toBe(true);
    expect(formIn('{"title":"另一种客户端"}')).toBeNull();
  });

  it('that is put on the page leaves nothing of what stood there', () => {
    const now = {
      lane: 'urgent' as const,
      shortTitle: '短',
      ownWords: { 'sms.text': { words: '旧' } },
      matter: { type: 'a', fields: { x: '1' } },
    };
    const set = overlaid(now, { lane: 'normal', matter: { type: 'b', fields: { y: '2' } } });
    expect(set).toEqual({
      lane: 'normal',
      shortTitle: undefined,
      ownWords: { 'sms.text': undefined },
      matter: { type: 'b', fields: { x: undefined, y: '2' } },
    });
  });
});
