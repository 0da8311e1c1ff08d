import { readFileSync } from 'node:fs';
import type { Block, Edition, EditionContent, IllustratedEdition, Inline } from '@towncrier/contracts';
import { contentHash } from '../hash.ts';
import { importSource } from '../import/import-source.ts';
import type { WithdrawalNotice } from '../withdrawal-notice.ts';
import { illustrated } from './illustrated.ts';

/**
 * Editions the renderers are shown with. Each is a real kind of notice, with the parts that give channels
 * trouble.
 */

export const planText = readFileSync(
  new URL('../../test/fixtures/kaiyuan-2017-pilot-plan.txt', import.meta.url),
  'utf8',
);

const text = (words: string, ...marks: NonNullable<Extract<Inline, { type: 'text' }>['marks']>): Inline => ({
  type: 'text',
  text: words,
  ...(marks.length === 0 ? {} : { marks }),
});
export const paragraph = (...content: (string | Inline)[]): Block => ({
  type: 'paragraph',
  content: content.map((part) => (typeof part === 'string' ? text(part) : part)),
});
const cell = (
  words: string,
  attrs?: { colspan?: number; rowspan?: number },
  type: 'tableCell' | 'tableHeader' = 'tableCell',
) => ({ type, ...(attrs === undefined ? {} : { attrs }), content: words === '' ? [] : [text(words)] });
const head = (words: string, attrs?: { colspan?: number; rowspan?: number }) =>
  cell(words, attrs, 'tableHeader');
const row = (...content: ReturnType<typeof cell>[]) => ({ type: 'tableRow' as const, content });

export function editionOf(
  content: Partial<EditionContent> & Pick<EditionContent, 'title' | 'body'>,
  over: Partial<Omit<Edition, 'content'>> = {},
): IllustratedEdition {
  const whole: EditionContent = {
    schemaVersion: 1,
    header: { issuer: '开远市人民政府' },
    media: [],
    ...content,
  };
  return {
    publication: '7K3QZP4M',
    edition: 1,
    contentHash: contentHash(whole),
    content: illustrated(whole),
    links: { page: 'https://www.example.gov.cn/n/7K3QZP4M.html' },
    ...over,
  };
}

function plan(): IllustratedEdition {
  const { content } = importSource({ format: 'text', source: planText });
  if (content === null) throw new Error('the plan must be readable');
  return editionOf(content);
}

const dot =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
export const dotImage = `data:image/png;base64,${dot}`;

const water: Pick<EditionContent, 'title' | 'body' | 'header'> = {
  title: '开远市水务局关于灵泉东路紧急停水的通知',
  header: { issuer: '开远市水务局', publishedOn: '2026-11-23', validity: '有效' },
  body: {
    type: 'doc',
    content: [
      paragraph('市区各用水户：'),
      paragraph(
        '因DN300供水主管爆裂，定于2026年11月25日8时至18时抢修，灵泉东路1号至212号停水，影响约3,200户。请提前储水，来水后先放水2分钟再使用。',
      ),
      {
        type: 'keyFacts',
        attrs: {
          facts: [
            { label: '停水时间', value: '11月25日8时至18时' },
            { label: '范围', value: '灵泉东路1号至212号' },
          ],
        },
      },
      {
        type: 'contact',
        attrs: {
          name: '开远市水务局供水科',
          phone: '0873-7123456',
          address: '灵泉东路88号',
          hours: '24小时',
        },
      },
      paragraph('给您带来不便，敬请谅解。'),
    ],
  },
};

/** Nothing of a title this long may be lost without a word about it. */
const longTitle =
  '开远市人力资源和社会保障局、开远市财政局、开远市农业农村局、开远市乡村振兴局、中共开远市委组织部关于做好2026年度农村劳动力转移就业一次性交通补助和脱贫人口外出务工稳岗补贴申报、审核、公示、发放有关工作的补充通知';

export const samples = {
  plan: plan(),
  water: editionOf(water),
  correction: editionOf(water, { edition: 2, corrects: { edition: 1, reason: '抢修时间由26日改为25日' } }),
  table: editionOf({
    title: '开远市2026年城乡居民基本医疗保险缴费标准公告',
    shortTitle: '2026年城乡居民医保缴费标准',
    summary: '2026年城乡居民医保个人缴费每人400元，缴费期至2026年12月31日，可在手机、银行和村委会缴纳。',
    header: {
      issuer: '开远市医疗保障局',
      indexNumber: '015172249/2026-00031',
      documentNumber: '开医保发〔2026〕12号',
      writtenOn: '2026-09-01',
      publishedOn: '2026-09-03',
      validity: '有效',
    },
    body: {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { id: 'standard', level: 2 }, content: [text('一、缴费标准')] },
        {
          type: 'table',
          attrs: { caption: '单位：元/人·年' },
          content: [
            row(
              head('人员类别', { rowspan: 2 }),
              head('个人缴费', { colspan: 2 }),
              head('财政补助', { rowspan: 2 }),
              head('备注', { rowspan: 2 }),
            ),
            row(head('应缴'), head('实缴')),
            row(cell('一般居民', { rowspan: 2 }), cell('400'), cell('400'), cell('≥670'), cell('')),
            row(cell('400'), cell('380'), cell('≥670'), cell('9月30日前缴费')),
            row(cell('特困人员'), cell('400'), cell('0'), cell('≥670', { colspan: 2 })),
          ],
        },
        { type: 'heading', attrs: { level: 2 }, content: [text('二、缴费方式')] },
        {
          type: 'orderedList',
          content: [
            {
              type: 'listItem',
              content: [
                paragraph(
                  '手机：',
                  text('云南税务', { type: 'bold' }),
                  '小程序或 ',
                  text('网上服务大厅', {
                    type: 'link',
                    attrs: { href: 'https://yb.example.gov.cn/pay?y=2026&t=1' },
                  }),
                  '；',
                ),
              ],
            },
            {
              type: 'listItem',
              content: [
                paragraph('现场：各乡镇（街道）服务大厅。'),
                {
                  type: 'bulletList',
                  content: [{ type: 'listItem', content: [paragraph('工作日 9:00–17:00')] }],
                },
              ],
            },
          ],
        },
        {
          type: 'quote',
          content: [paragraph('“应保尽保，', text('不落一人', { type: 'underline' }), '”。')],
        },
        { type: 'divider' },
        {
          type: 'image',
          attrs: {
            media: '6b7fa434f92a8b80aab02d9bf1a12e49ffcae424e4013a1c4f68b67e3d2bbcd0',
            alt: '缴费二维码',
            caption: '扫码缴费 <官方>',
          },
        },
        {
          type: 'attachment',
          attrs: {
            name: '缴费指南（2026版）.pdf',
            href: 'https://www.example.gov.cn/f/guide.pdf',
            bytes: 245_760,
          },
        },
        paragraph(
          '咨询：',
          text('市医保局', { type: 'link', attrs: { href: 'tel:0873-7222333' } }),
          '（“12393”热线）',
        ),
      ],
    },
    media: [
      {
        id: '6b7fa434f92a8b80aab02d9bf1a12e49ffcae424e4013a1c4f68b67e3d2bbcd0',
        mediaType: 'image/png',
        bytes: 70,
        data: dot,
      },
    ],
  }),
  rare: editionOf({
    title: '关于㙍村拟确定𠮷某某等3户为农村低保对象的公示',
    header: { issuer: '开远市羊街乡人民政府', publishedOn: '2026-11-20' },
    publicNotice: {
      from: '2026-11-20',
      to: '2026-11-28',
      objections: '来电 0873-7333444（工作日），或书面送羊街乡社会事务办公室',
    },
    body: {
      type: 'doc',
      content: [
        paragraph(
          '经本人申请、村评议、乡审核，拟将以下3户5人纳入农村最低生活保障：㙍村一组𠮷某某（2人），二组王某（2人），三组李某（1人）。',
        ),
        paragraph('Ms. O’Neill <Unit 3> & “A&B” Co.: 100% 50m² #1#'),
      ],
    },
  }),
  long: editionOf({
    title: longTitle,
    header: { issuer: '开远市人力资源和社会保障局', publishedOn: '2026-11-20' },
    body: {
      type: 'doc',
      content: [
        paragraph('各乡镇（街道）社会保障服务中心：'),
        paragraph('申报截止时间延长至2026年12月20日，逾期不再受理。'),
        paragraph('联系电话：0873-7222444。'),
      ],
    },
  }),
} as const satisfies Record<string, Edition>;

export const sampleWithdrawal: WithdrawalNotice = {
  title: samples.water.content.title,
  reason: '抢修已经提前完成',
  withdrawnAt: '2026-11-24T23:05:00Z',
  links: samples.water.links,
};
