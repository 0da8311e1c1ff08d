import { describe, expect, it } from 'vitest';
import { cardFace, cardIn, markedCard, renditionHash } from './card.markup.ts';
import type { Face } from './cards.ts';

const face: Face = {
  title: '关于<灵泉东路>停水的通知',
  summary: '11月25日8时至18时停水。',
  badge: '通知',
  issuer: '开远市水务局',
  publishedOn: '2026-11-23',
  deadline: { label: '截止', value: '2026-11-30' },
  link: 'https://example.gov.cn/n/7K3QZP4M.html',
};

describe('a card', () => {
  it('is these bytes: what was approved before must still be what is sent', () => {
    expect(cardFace(face)).toBe(
      '<h2><b class="t">通知</b>关于&lt;灵泉东路&gt;停水的通知</h2><p>11月25日8时至18时停水。</p>' +
        '<small>开远市水务局　2026-11-23　截止：2026-11-30</small>',
    );
    expect(renditionHash(cardFace(face), '<p>全文</p>')).toBe(
      '2a337248c9f011161b0654ecaeb89e3561d6bba3cc0e98e40b7ab47540d0aac4',
    );
  });

  it('is found again in a page that lists it among others', () => {
    const page = ['00000001', '7K3QZP4M'].map((_id) => markedCard({ _id, face })).join('');
    expect(cardIn(page, '7K3QZP4M')).toBe(cardFace(face));
    expect(cardIn(page, '7K3QZP4X')).toBeNull();
  });
});
