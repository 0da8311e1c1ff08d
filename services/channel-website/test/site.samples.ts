import { editionOf, paragraph, samples } from '@towncrier/content/testing';
import type { IllustratedEdition } from '@towncrier/contracts';
import type { Site } from './site.ts';

const named = (edition: IllustratedEdition, publication: string): IllustratedEdition => ({
  ...edition,
  publication,
  links: { page: `https://www.example.gov.cn/n/${publication}.html` },
});

const warning = editionOf({
  title: '开远市气象台发布暴雨红色预警',
  header: { issuer: '开远市气象局', publishedOn: '2026-11-23', validity: '有效' },
  warning: { level: 'red', event: '暴雨', area: '灵泉街道、乐白道街道、中和营镇' },
  body: {
    type: 'doc',
    content: [
      paragraph('预计未来3小时降雨量将达100毫米以上，请停止户外活动，转移至安全处。'),
      paragraph(
        '求助请拨打119或0873-7123456，详见https://www.ky.example.gov.cn/warnings/2026/red-rainstorm-0023。',
      ),
    ],
  },
});

/** Its words before they were corrected. */
function dayBefore(edition: IllustratedEdition): IllustratedEdition {
  const words = JSON.stringify(edition.content.body).replaceAll('11月25日', '11月26日');
  const body = JSON.parse(words) as typeof edition.content.body;
  return { ...edition, content: { ...edition.content, body } };
}

/** Address of a page of each kind that a citizen may open. */
export const pagesOf = {
  home: '',
  list: 'list/1.html',
  'an article with headings': 'n/000000P1.html',
  'one with a table, a list, a picture and an attachment': 'n/000000P2.html',
  公示: 'n/000000P3.html',
  'one with a very long title': 'n/000000P4.html',
  'a warning': 'n/000000P5.html',
  'a correction': 'n/000000P6.html',
  'the edition before a correction': 'earlier/000000P6-1.html',
  'one that was withdrawn': 'n/000000P7.html',
  'one that another took the place of': 'n/000000P9.html',
  'a warning that was lifted': 'n/000000P8.html',
} as const;

/** A site that has all of them. */
export async function publishedKinds(site: Site): Promise<void> {
  const adapter = await site.process();
  await site.publish(adapter, named(samples.plan, '000000P1'));
  await site.publish(adapter, named(samples.table, '000000P2'));
  await site.publish(adapter, named(samples.rare, '000000P3'));
  await site.publish(adapter, named(samples.long, '000000P4'));
  await site.publish(adapter, named(warning, '000000P5'), { lane: 'urgent' });
  await site.publish(adapter, named(dayBefore(samples.water), '000000P6'));
  site.clock('2026-11-24T02:00:00.000Z');
  await site.publish(adapter, named(samples.correction, '000000P6'));
  await site.publish(adapter, named(samples.water, '000000P7'));
  await site.withdraw(adapter, named(samples.water, '000000P7'), { reason: '抢修已经提前完成' });
  await site.publish(adapter, named(samples.table, '000000P9'));
  await site.withdraw(adapter, named(samples.table, '000000P9'), {
    act: 'repeal',
    reason: '缴费标准已经调整。',
    successor: `${site.server.url}/n/000000P2.html`,
  });
  await site.publish(adapter, named(warning, '000000P8'), { lane: 'urgent' });
  await site.withdraw(adapter, named(warning, '000000P8'), { act: 'lift', reason: '降雨已经减弱。' });
}
