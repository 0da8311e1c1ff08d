import { editionOf, paragraph } from '@towncrier/content/testing';
import type { IllustratedEdition, WarningLevel } from '@towncrier/contracts';

const warning = (level: WarningLevel, title: string): IllustratedEdition =>
  editionOf(
    {
      title,
      summary: '灵泉街道、乐白道街道、羊街乡：立即撤离河道两岸和地质灾害隐患点。',
      header: { issuer: '开远市防汛抗旱指挥部', publishedOn: '2026-07-18' },
      warning: { level, event: '山洪灾害', area: '灵泉街道、乐白道街道、羊街乡' },
      body: {
        type: 'doc',
        content: [
          {
            type: 'keyFacts',
            attrs: {
              facts: [
                { label: '起始时间', value: '2026年7月18日16时00分' },
                { label: '失效时间', value: '2026年7月19日4时00分' },
                { label: '影响范围', value: '灵泉街道、乐白道街道、羊街乡' },
                { label: '应当采取的措施', value: '立即撤离河道两岸和地质灾害隐患点，听从网格员安排' },
                { label: '咨询电话', value: '0873-7119119' },
              ],
            },
          },
          paragraph('过去三小时累计降雨已达120毫米，预计未来六小时仍有强降雨，南盘江干流水位快速上涨。'),
        ],
      },
    },
    { urgent: true },
  );

/** Warnings of two levels, as their own form has them. */
export const warnings: Readonly<Record<string, () => IllustratedEdition>> = {
  'warning-red': () => warning('red', '开远市防汛抗旱指挥部发布山洪灾害红色预警'),
  'warning-yellow': () => warning('yellow', '开远市防汛抗旱指挥部发布山洪灾害黄色预警'),
};
