import { anyEdition, editionOf, paragraph, samples } from '@towncrier/content/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { portalProfile, renderPortal } from './portal.card.ts';

const longTitle = editionOf({ title: '长'.repeat(200), body: { type: 'doc', content: [paragraph('正文')] } });

it('renders the same edition to the same words, whatever object it comes in', () => {
  fc.assert(
    fc.property(anyEdition, (edition) => {
      expect(renderPortal(structuredClone(edition))).toEqual(renderPortal(edition));
    }),
  );
});

describe('portal', () => {
  it('keeps title and summary within the card', () => {
    fc.assert(
      fc.property(anyEdition, (edition) => {
        const card = renderPortal(edition);
        expect(card.title.length).toBeLessThanOrEqual(portalProfile.title.max);
        expect(card.summary.length).toBeLessThanOrEqual(portalProfile.summary.max);
      }),
    );
    expect(renderPortal(longTitle).title).toBe(`${'长'.repeat(59)}…`);
  });

  it('wears the badge that matters most', () => {
    expect(renderPortal(samples.water).badge).toBe('通知');
    expect(renderPortal(samples.water, portalProfile, 'urgent').badge).toBe('紧急');
    expect(renderPortal(samples.correction).badge).toBe('更正');
    expect(renderPortal(samples.rare)).toMatchObject({
      badge: '公示',
      deadline: { label: '公示截止', value: '2026年11月28日' },
    });
  });
});
