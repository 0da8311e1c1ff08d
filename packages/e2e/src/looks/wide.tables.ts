import { editionOf } from '@towncrier/content/testing';
import type { Block, Cell, IllustratedEdition } from '@towncrier/contracts';

type Spans = NonNullable<Cell['attrs']>;

const cell = (words: string, attrs: Spans = {}, type: Cell['type'] = 'tableCell'): Cell => ({
  type,
  attrs,
  content: words === '' ? [] : [{ type: 'text', text: words }],
});
const head = (words: string, attrs?: Spans): Cell => cell(words, attrs, 'tableHeader');
const row = (...content: Cell[]) => ({ type: 'tableRow' as const, content });
const table = (...content: ReturnType<typeof row>[]): Block => ({ type: 'table', content });
const notice = (title: string, ...content: Block[]): IllustratedEdition =>
  editionOf({ title, header: { issuer: '开远市财政局' }, body: { type: 'doc', content } });

const months = Array.from({ length: 12 }, (_, n) => `${n + 1}月`);
const figure = (n: number): string => (n * 1234.56 + 0.07).toFixed(2);

/** Tables that no telephone has room for, each of another kind. */
export const wideTables: Readonly<Record<string, () => IllustratedEdition>> = {
  'figures of twelve months': () =>
    notice(
      '开远市2026年一般公共预算收入分月执行情况',
      table(
        row(head('项目'), ...months.map((month) => head(month))),
        ...['增值税', '企业所得税', '资源税'].map((tax, y) =>
          row(cell(tax), ...months.map((_, x) => cell(figure(x * 7 + y + 1)))),
        ),
      ),
    ),
  'a head of two rows and groups in the first column': () =>
    notice(
      '2026年各乡镇（街道）补助资金分配表',
      table(
        row(
          head('片区', { rowspan: 2 }),
          head('乡镇（街道）', { rowspan: 2 }),
          head('2025年', { colspan: 3 }),
          head('2026年', { colspan: 3 }),
        ),
        row(...['下达', '支付', '结余', '下达', '支付', '结余'].map((words) => head(words))),
        row(
          cell('坝区', { rowspan: 2 }),
          cell('灵泉街道'),
          ...[1, 2, 3, 4, 5, 6].map((n) => cell(figure(n * 91))),
        ),
        row(cell('乐白道街道'), ...[1, 2, 3, 4, 5, 6].map((n) => cell(figure(n * 87)))),
        row(cell('以下为山区', { colspan: 8 })),
        row(cell('山区'), cell('碑格乡'), ...[1, 2, 3, 4, 5, 6].map((n) => cell(figure(n * 83)))),
      ),
    ),
  'a form whose cells span in every way': () =>
    notice(
      '开远市城乡居民最低生活保障申请审批表',
      table(
        row(
          cell('申请人', { rowspan: 3 }),
          cell('姓名'),
          cell('', { colspan: 2 }),
          cell('性别'),
          cell(''),
          cell('照片', { rowspan: 3 }),
        ),
        row(cell('身份证件号码'), cell('', { colspan: 4 })),
        row(cell('家庭住址（到门牌号）'), cell('', { colspan: 2 }), cell('联系电话'), cell('0873-7222198')),
        row(
          cell('家庭成员', { rowspan: 2 }),
          cell('姓名'),
          cell('与申请人关系'),
          cell('年收入（元）'),
          cell('健康状况'),
          cell('就业单位', { colspan: 2 }),
        ),
        row(cell(''), cell(''), cell(''), cell(''), cell('', { colspan: 2 })),
        row(cell('民政部门审核审批意见', { colspan: 2 }), cell('', { colspan: 5 })),
      ),
    ),
  'a statement whose figures span deep': () =>
    notice(
      '开远市财政专项资金绩效目标表',
      table(
        row(cell('项目名称', { colspan: 2 }), cell('农村饮水安全巩固提升工程', { colspan: 6 })),
        row(
          cell('资金（万元）', { rowspan: 2, colspan: 2 }),
          ...['中央', '省级', '州级', '市级', '自筹', '合计'].map((words) => cell(words)),
        ),
        row(...[1, 2, 3, 4, 5, 6].map((n) => cell(figure(n * 911)))),
        row(
          cell('指标'),
          cell('数量', { rowspan: 2 }),
          cell('新建水池（座）', { colspan: 2 }),
          cell('36'),
          cell('受益人口（人）', { colspan: 2 }),
          cell('12345'),
        ),
        row(
          cell('产出'),
          cell('铺设管道（公里）', { colspan: 2 }),
          cell('128.45'),
          cell('水质达标率', { colspan: 2 }),
          cell('100%'),
        ),
      ),
    ),
  'an address as long as three lines': () =>
    notice(
      '关于网上填报的通知',
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: `请登录https://www.example.gov.cn/${'zhengwufuwu'.repeat(9)}.html填报。` },
        ],
      },
      table(
        row(cell('网址'), cell(`https://www.example.gov.cn/${'f'.repeat(60)}`)),
        row(cell('电子邮箱'), cell('jiancha-weiyuanhui-xinfangshi@ky.example.gov.cn')),
      ),
    ),
};
