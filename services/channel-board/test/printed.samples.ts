import { editionOf, paragraph, samples } from '@towncrier/content/testing';
import type { Block, IllustratedEdition } from '@towncrier/contracts';

const words = (text: string): { readonly type: 'text'; readonly text: string }[] => [{ type: 'text', text }];
const heading = (level: 2 | 3 | 4 | 5, text: string): Block => ({
  type: 'heading',
  attrs: { level },
  content: words(text),
});
const cellsOf = (type: 'tableHeader' | 'tableCell', texts: readonly string[]) =>
  texts.map((text) => ({ type, content: words(text) }));

const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';
/** So many people on a list with a head: number, name, village and amount; each row unlike all others. */
export function listOf(people: number): Block {
  const rows = Array.from({ length: people }, (_, n) => [
    String(n + 1),
    `${surnames[n % surnames.length] ?? ''}某${n % 3 === 0 ? '某' : ''}`,
    `灵泉村委会第${(n % 9) + 1}村民小组`,
    `${(1000 + n * 7).toLocaleString('en')}元`,
  ]);
  return {
    type: 'table',
    attrs: { caption: '2026年耕地地力保护补贴发放名单' },
    content: [
      { type: 'tableRow', content: cellsOf('tableHeader', ['序号', '姓名', '住址', '金额']) },
      ...rows.map((row) => ({ type: 'tableRow' as const, content: cellsOf('tableCell', row) })),
    ],
  };
}

const listed = (people: number): IllustratedEdition =>
  editionOf({
    title: '开远市灵泉街道2026年耕地地力保护补贴发放名单公示',
    header: { issuer: '开远市农业农村局', publishedOn: '2026-11-20' },
    publicNotice: {
      from: '2026-11-20',
      to: '2026-11-26',
      objections:
        '来访：开远市灵泉街道办事处203室；来信：开远市灵泉东路88号；来电：0873-7123456（工作日8:30—17:30）',
    },
    body: { type: 'doc', content: [paragraph('经农户申报、村组审核，现将名单予以公示。'), listOf(people)] },
  });

const red = editionOf({
  title: '开远市气象台发布暴雨红色预警信号',
  header: { issuer: '开远市气象局', publishedOn: '2026-11-23' },
  warning: { level: 'red', event: '暴雨红色预警信号', area: '灵泉街道、羊街乡' },
  body: {
    type: 'doc',
    content: [
      paragraph('预计未来三小时灵泉街道、羊街乡降雨量将达100毫米以上。'),
      heading(3, '防御指南'),
      paragraph('请立即转移到安全地带，停止户外活动。'),
    ],
  },
});

const skipping = editionOf({
  title: '开远市2026年清明节森林草原防火禁火通告',
  body: {
    type: 'doc',
    content: [
      heading(4, '一、禁火期'),
      paragraph('2026年3月20日至4月20日。'),
      heading(2, '二、禁火区'),
      heading(5, '（一）林区'),
      paragraph('全市林区及林缘100米内。'),
    ],
  },
});

/** A notice of every kind that a sheet gives trouble with. */
export const printed = {
  ordinary: samples.water,
  correction: samples.correction,
  long: samples.plan,
  'long title': samples.long,
  picture: samples.table,
  'public notice': samples.rare,
  list: listed(120),
  warning: red,
  'skipped headings': skipping,
} as const satisfies Record<string, IllustratedEdition>;
