import { instantInWords } from '@towncrier/content';
import type { Block } from '@towncrier/contracts';
import type { CreateRequest } from '../../publications/publication.requests.ts';
import { levels, type CapMessage } from './cap.message.ts';

const said = (label: string, value: string | null): { label: string; value: string }[] =>
  value === null || value === '' ? [] : [{ label, value: value.slice(0, 300) }];
const paragraphs = (words: string): Block[] =>
  words
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line.trim() }] }));
const inChina = (instant: string): string => instantInWords(new Date(instant).toISOString());

/** The eight elements of 突发事件应对法 art. 64, as fields of the type 预警. */
export function warningFields(m: CapMessage): Record<string, string> {
  return {
    category: m.event,
    level: levels[m.severity],
    startsAt: inChina(m.onset ?? m.sent),
    area: m.areas.join('、'),
    matters: m.description,
    measures: m.instruction === '' ? '见警示事项' : m.instruction,
    issuer: m.senderName,
    issuedAt: inChina(m.sent),
    identifier: m.identifier,
  };
}

/**
 * A warning word for word as it came (气象法 art. 22, 25), in the urgent lane; anything but `Actual` is a
 * drill. It ends by itself when it expires.
 */
export function draftOf(m: CapMessage): Omit<CreateRequest, 'channels' | 'organisation'> {
  const facts: Block = {
    type: 'keyFacts',
    attrs: {
      facts: [
        ...said('预警类别', m.event),
        ...said('预警级别', levels[m.severity]),
        ...said('起始时间', inChina(m.onset ?? m.sent)),
        ...said('失效时间', m.expires === null ? null : inChina(m.expires)),
        ...said('影响范围', m.areas.join('、')),
        ...said('发布单位', m.senderName),
        ...said('发布时间', inChina(m.sent)),
      ],
    },
  };
  const body = { type: 'doc', content: [facts, ...paragraphs(m.description), ...paragraphs(m.instruction)] };
  return {
    format: 'document',
    source: JSON.stringify(body),
    title: m.headline.slice(0, 200),
    header: { issuer: m.senderName.slice(0, 100) },
    lane: 'urgent',
    drill: m.status !== 'Actual',
    schedule: { expiresAt: m.expires === null ? null : new Date(m.expires).toISOString() },
    matter: { type: 'warning', column: 'yjyj', item: null, fields: warningFields(m) },
  };
}
