import { anyEdition, editionOf, paragraph, samples } from '@towncrier/content/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderLogin } from '../portal.rendition.ts';
import { portalProfile, renderPortal } from './portal.card.ts';
import { formerPortalForm, portalForm } from './portal.form.ts';

const longTitle = editionOf({ title: '长'.repeat(200), body: { type: 'doc', content: [paragraph('正文')] } });

const flood = editionOf({
  title: '开远市气象台发布暴雨红色预警信号',
  body: { type: 'doc', content: [paragraph('预计未来三小时有暴雨。')] },
  warning: { level: 'red', event: '暴雨', area: '灵泉街道' },
});

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
    expect(renderPortal(flood).badge).toBe('预警');
    expect(renderPortal(samples.correction).badge).toBe('更正');
    expect(renderPortal(samples.rare)).toMatchObject({
      badge: '公示',
      deadline: { label: '公示截止', value: '2026年11月28日' },
    });
  });

  it('that was approved as a notice is shown as one still, and a new one is not', () => {
    const [then, now] = [renderLogin(flood, formerPortalForm), renderLogin(flood, portalForm)];
    expect(then.face).toEqual({ ...now.face, badge: '通知' });
    expect(then.hash).not.toBe(now.hash);
    expect(renderLogin(samples.water, formerPortalForm)).toEqual(renderLogin(samples.water, portalForm));
  });
});
