import { expect, it } from 'vitest';
import { ownWarning, warnable } from './own.warning.ts';

const areas = [
  { code: '532502000000', name: '开远市' },
  { code: '532502002000', name: '灵泉街道' },
  { code: '532502002001', name: '灵泉街道第1村' },
] as const;
const at = {
  areas: areas.map((a) => ({ ...a })) as never,
  issuer: '开远市应急管理局',
  now: new Date('2026-11-23T01:00:00Z'),
};

it('says until when and what to do, as usual for the hazard and the level', () => {
  const made = ownWarning({ hazard: '暴雨', level: 'red', area: '532502002000' }, at);
  expect(made?.draft).toMatchObject({
    lane: 'urgent',
    drill: false,
    title: expect.stringContaining('暴雨红色预警'),
    schedule: { expiresAt: '2026-11-23T07:00:00.000Z' },
    matter: {
      type: 'warning',
      fields: {
        category: '暴雨',
        level: '一级（红色）',
        area: '灵泉街道',
        measures: expect.stringContaining('转移'),
      },
    },
  });
  expect(made?.chosen).toEqual({ level: '一级（红色）', area: '灵泉街道', areas: ['开远市', '灵泉街道'] });
});

it('takes the hours and the words of the duty officer where these say something else', () => {
  const said = {
    hazard: '暴雨',
    level: 'blue',
    area: '532502000000',
    hours: 2,
    measures: '收好衣物。',
  } as const;
  expect(ownWarning(said, at)?.draft).toMatchObject({
    schedule: { expiresAt: '2026-11-23T03:00:00.000Z' },
    matter: { fields: { measures: '收好衣物。' } },
  });
});

it.each([
  { hazard: '陨石', level: 'red', area: '532502002000' },
  { hazard: '暴雨', level: 'red', area: '532502002001' },
  { hazard: '暴雨', level: 'red', area: '532599000000' },
] as const)('makes nothing of what is not there to choose: %j', (of) => {
  expect(ownWarning(of, at)).toBeNull();
});

it('offers the county first, then its towns, no villages', () => {
  expect(warnable(at.areas).map(({ name }) => name)).toEqual(['开远市', '灵泉街道']);
});
