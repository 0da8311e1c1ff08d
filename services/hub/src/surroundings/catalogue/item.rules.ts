import { z } from 'zod';
import rows from './data/lint.json' with { type: 'json' };
import { nameOf, type Item } from './item.ts';

/** Something about a row: `block` keeps it from taking effect, `advise` does not. */
export const itemFinding = z
  .object({
    item: z.string(),
    rule: z.string(),
    severity: z.enum(['block', 'advise']),
    message: z.string(),
    remedy: z.string(),
    source: z.string(),
  })
  .meta({ id: 'CatalogueFinding' });
export type ItemFinding = z.infer<typeof itemFinding>;

const data = z
  .strictObject({
    longName: z.strictObject({ characters: z.int(), source: z.string() }),
    vague: z.strictObject({
      words: z.array(z.string()),
      beginnings: z.array(z.string()),
      source: z.string(),
    }),
  })
  .parse(rows);

const elementsSource = '试点方案“明确公开事项的名称、依据、内容、主体、时限、方式”';
const elements: readonly (readonly [string, (i: Item) => boolean])[] = [
  ['名称', (i) => nameOf(i) !== ''],
  ['公开依据', (i) => i.basis.length > 0],
  ['公开内容', (i) => i.elements.length > 0],
  ['公开主体', (i) => i.body !== ''],
  ['公开时限', (i) => i.timeLimit.text !== ''],
  ['公开方式', (i) => i.manner !== null],
];

/** Which of the six elements a row lacks. */
export function missingElements(i: Item): readonly ItemFinding[] {
  return elements
    .filter(([, present]) => !present(i))
    .map(([name]) => ({
      item: i.id,
      rule: 'missing-element',
      severity: 'block',
      message: `${i.id} 缺少${name}。`,
      remedy: '六项要素齐全后事项才能生效，请补充。',
      source: elementsSource,
    }));
}

/** What is wrong with a catalogue as a whole and row by row. `closed`: names on the negative list. */
export function findingsIn(items: readonly Item[], closed: readonly string[] = []): readonly ItemFinding[] {
  return [...items.flatMap((i) => [...missingElements(i), ...adviceOn(i, closed)]), ...duplicatesIn(items)];
}

/** What one look at a row may advise. */
interface Advice {
  readonly rule: string;
  readonly message: string;
  readonly remedy: string;
  readonly source: string;
}
type Look = (i: Item, closed: readonly string[]) => Advice | null;

const disclosure = '《政府信息公开条例》第二十六条';

const longName: Look = (i) => {
  const { characters, source } = data.longName;
  const length = [...nameOf(i)].length;
  if (length <= characters) return null;
  const message = `${i.id} 的名称有 ${length} 字，超过 ${characters} 字。`;
  return { rule: 'long-name', message, remedy: '请精简名称。', source };
};

const vagueName: Look = (i) => {
  const { words, beginnings, source } = data.vague;
  const name = nameOf(i);
  const vague = words.find((w) => name.includes(w)) ?? beginnings.find((w) => name.startsWith(w));
  if (vague === undefined) return null;
  const message = `${i.id} 的名称“${name}”含糊（“${vague}”）。`;
  return { rule: 'vague-name', message, remedy: '请写明具体事项。', source };
};

const unclearTimeLimit: Look = ({ id, timeLimit }) =>
  timeLimit.text === '' || timeLimit.rules.length > 0
    ? null
    : {
        rule: 'unclear-time-limit',
        message: `${id} 的时限“${timeLimit.text}”无法换算成日期。`,
        remedy: '请写明起算事件和天数，否则系统不能提醒。',
        source: disclosure,
      };

const noNumber: Look = ({ id, timeLimit }) =>
  timeLimit.rules.some((r) => r['needsLocalSla'] === true)
    ? {
        rule: 'no-number',
        message: `${id} 的时限“${timeLimit.text}”没有天数。`,
        remedy: '请由本县规定具体天数。',
        source: disclosure,
      }
    : null;

const onNegativeList: Look = (i, closed) =>
  closed.includes(nameOf(i))
    ? {
        rule: 'on-negative-list',
        message: `${i.id} “${nameOf(i)}”在不予公开清单中。`,
        remedy: '请核对：要么移出清单，要么从目录中删去。',
        source: '《政府信息公开条例》第十四至十六条',
      }
    : null;

const looks: readonly Look[] = [longName, vagueName, unclearTimeLimit, noNumber, onNegativeList];

const adviceOn = (i: Item, closed: readonly string[]): readonly ItemFinding[] =>
  looks.flatMap((look) => {
    const advice = look(i, closed);
    return advice === null ? [] : [{ item: i.id, severity: 'advise' as const, ...advice }];
  });

function duplicatesIn(items: readonly Item[]): readonly ItemFinding[] {
  const groups = Map.groupBy(items, (i) => [i.field, i.level1, nameOf(i), i.body].join(' '));
  return [...groups.values()]
    .filter((same) => same.length > 1)
    .flatMap(([first, ...others]) =>
      others.map((i): ItemFinding => ({
        item: i.id,
        rule: 'duplicate',
        severity: 'advise',
        message: `${i.id} 与 ${first?.id ?? ''} 的领域、名称和主体相同。`,
        remedy: '请合并，或写明区别。',
        source: '试点方案“分类科学、名称规范”',
      })),
    );
}
