import {
  cutAtClause,
  cutAtWord,
  instantInWords,
  levelOrder,
  renderPlain,
  warningLevels,
} from '@towncrier/content';
import type { Block, EditionContent, WarningFacts, WarningLevel } from '@towncrier/contracts';
import type { Matter } from './publication.terms.ts';

/**
 * The one form of a warning, whoever wrote it: level and event, area, time, what to do, telephone
 * (突发事件应对法 art. 64). Limits are those of the document model.
 */
const [factMost, areaMost, eventMost, summaryMost] = [300, 300, 100, 500];
/** How much of an area (UTF-16 units) a summary names before it says what to do. */
const areaInSummary = 60;

/** One warned area, as a summary tells it. */
export interface Told extends WarningFacts {
  readonly action: string;
}

export const levelNamed = (name: string): WarningLevel =>
  levelOrder.find((level) => warningLevels[level].name === name) ?? 'unrated';

/** As `cutAtWord`, which divides all of a text into words: of a very long one only the beginning is looked at. */
export const briefly = (text: string, max: number): string => cutAtWord(text.slice(0, max * 4), max);

/** Facts of whatever length, cut to what the model takes. */
export const warningFactsOf = (level: WarningLevel, event: string, area: string): WarningFacts => ({
  level,
  event: briefly(event, eventMost),
  area: briefly(area, areaMost),
});

/** 灵泉街道暴雨红色预警：立即转移。 One sentence for each; what the title says of the only one is not repeated. */
export function warningSummary(told: readonly Told[], title: string): string {
  const sentences = told.map(({ level, event, area, action }) => {
    const { short } = warningLevels[level];
    const known = told.length === 1 && title.includes(event) && title.includes(short);
    const what = `${briefly(area, areaInSummary)}${known ? '' : `${event}${short}`}`;
    return `${what}：${action.replace(/[。；;.\s]+$/u, '')}。`;
  });
  return cutAtClause(sentences.join('').slice(0, summaryMost * 4), summaryMost);
}

/** Label and value as facts that the model takes; empty ones are left out. */
export const factLines = (
  facts: readonly (readonly [label: string, value: string])[],
): { label: string; value: string }[] =>
  facts.flatMap(([label, value]) =>
    value.trim() === '' ? [] : [{ label, value: briefly(value.trim(), factMost) }],
  );

/** Type, elements and end (instant, ISO 8601), as far as they are known. */
export interface About {
  readonly type?: string | undefined;
  readonly fields?: Matter['fields'] | undefined;
  readonly expiresAt?: string | null | undefined;
}

/**
 * What a duty officer wrote, in the form of a warning. Left as it is: other types, warnings that are passed on
 * (their message has the form already), and drafts that lack an element.
 */
export function inForm(content: EditionContent, { type, fields = {}, expiresAt }: About): EditionContent {
  const ends = expiresAt === null || expiresAt === undefined ? '' : instantInWords(expiresAt);
  const said = (key: string): string => {
    const value = key === 'expiresAt' ? ends : fields[key];
    return typeof value === 'string' ? value.trim() : '';
  };
  const [event, level, area, action] = ['category', 'level', 'area', 'measures'].map(said) as Elements;
  if (type !== 'warning' || [event, level, area].includes('')) return content;
  const warning = warningFactsOf(levelNamed(level), event, area);
  const summary =
    content.summary ?? warningSummary([{ ...warning, action: action || '见正文' }], content.title);
  if (said('identifier') !== '') return { ...content, warning, summary };
  const [first, ...others] = content.body.content;
  const rest = first !== undefined && isHead(first) ? others : content.body.content;
  const lines = factLines(elements.map(([key, label]) => [label, said(key)]));
  const head: Block = { type: 'keyFacts', attrs: { facts: lines } };
  const told = renderPlain({ type: 'doc', content: rest });
  const long = ['matters', 'measures'].map(said).filter((words) => !told.includes(words));
  return {
    ...content,
    warning,
    summary,
    body: { ...content.body, content: [head, ...rest, ...long.filter(isLong).map(paragraph)] },
  };
}

type Elements = [string, string, string, string];

const elements = [
  ['category', '预警类别'],
  ['level', '预警级别'],
  ['startsAt', '起始时间'],
  ['expiresAt', '失效时间'],
  ['area', '影响范围'],
  ['matters', '警示事项'],
  ['measures', '应当采取的措施'],
  ['phone', '咨询电话'],
  ['issuer', '发布单位'],
  ['issuedAt', '发布时间'],
] as const;

/** The facts that the form put there before. */
const isHead = (block: Block): boolean =>
  block.type === 'keyFacts' && block.attrs.facts.some(({ label }) => label === '预警级别');

const isLong = (words: string): boolean => words.length > factMost;
const paragraph = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] });
