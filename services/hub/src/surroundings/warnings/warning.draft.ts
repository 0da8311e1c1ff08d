import { cutAtClause, instantInWords, warningLevels, warningTitle } from '@towncrier/content';
import type { Block } from '@towncrier/contracts';
import type { CreateRequest } from '../../publications/publication.requests.ts';
import { briefly, factLines, warningFactsOf, warningSummary } from '../../publications/warning.form.ts';
import { expiryOf, levelOf, levelWords, type CapInfo, type CapMessage } from './cap.message.ts';
import { paragraphsOf } from './warning.paragraphs.ts';

/** What the document model and the form of a publication take (UTF-16 units). */
const [titleMost, issuerMost, fieldMost, factMost] = [200, 100, 5000, 300];

export type WarningDraft = Omit<CreateRequest, 'channels' | 'organisation'>;

const inChina = (instant: string): string => instantInWords(new Date(instant).toISOString());
const placesOf = ({ areas }: CapInfo): string => areas.join('、');
const factsOf = (info: CapInfo) => warningFactsOf(levelOf[info.severity], info.event, placesOf(info));

/** The sender's headline, or event, level and area where there is none or it is longer than a title may be. */
export const titleOf = (info: CapInfo): string =>
  info.headline !== '' && info.headline.length <= titleMost
    ? info.headline
    : warningTitle(factsOf(info), titleMost);

/** The elements of 突发事件应对法 art. 64, as fields of the type 预警; the whole words are in the body. */
function warningFields(m: CapMessage, lead: CapInfo): Record<string, string> {
  const said = {
    category: lead.event,
    level: levelWords(lead.severity),
    startsAt: inChina(lead.onset ?? m.sent),
    area: placesOf(lead),
    matters: lead.description,
    measures: lead.instruction === '' ? '见警示事项' : lead.instruction,
    phone: briefly(lead.contact, factMost),
    issuer: lead.senderName,
    issuedAt: inChina(m.sent),
    identifier: m.identifier,
  };
  return Object.fromEntries(
    Object.entries(said).flatMap(([key, value]) =>
      value === ''
        ? []
        : [[key, value.length > fieldMost ? cutAtClause(value.slice(0, fieldMost * 2), fieldMost) : value]],
    ),
  );
}

/**
 * A warning word for word as it came (气象法 art. 22, 25), one section for each `info`, the highest level first,
 * in the urgent lane; anything but `Actual` is a drill. It ends by itself when the last of it expires.
 */
export function draftOf(m: CapMessage): WarningDraft {
  const [lead] = m.infos;
  if (lead === undefined) throw new Error(`nothing is said in ${m.identifier}`);
  const title = titleOf(lead);
  const several = m.infos.length > 1;
  const content = m.infos.flatMap((info) => [
    ...(several ? [heading(titleOf(info))] : []),
    ...(info.headline === '' || titleOf(info) === info.headline ? [] : paragraphsOf(info.headline)),
    ...sectionOf(m, info),
  ]);
  const told = m.infos.map((info) => ({ ...factsOf(info), action: info.instruction || info.description }));
  return {
    format: 'document',
    source: JSON.stringify({ type: 'doc', content }),
    title,
    summary: warningSummary(told, title),
    header: { issuer: briefly(lead.senderName, issuerMost) },
    lane: 'urgent',
    drill: m.status !== 'Actual',
    schedule: { expiresAt: expiryOf(m) },
    matter: { type: 'warning', column: 'yjyj', item: null, fields: warningFields(m, lead) },
  };
}

const heading = (text: string): Block => ({
  type: 'heading',
  attrs: { level: 2 },
  content: [{ type: 'text', text }],
});

function sectionOf(m: CapMessage, info: CapInfo): Block[] {
  const places = placesOf(info);
  const many = places.length > factMost;
  const facts = factLines([
    ['预警类别', info.event],
    ['预警级别', warningLevels[levelOf[info.severity]].name],
    ['起始时间', inChina(info.onset ?? m.sent)],
    ['失效时间', info.expires === null ? '' : inChina(info.expires)],
    ['影响范围', many ? `共 ${info.areas.length} 处，逐一列在本节末尾` : places],
    [/\d{3}/.test(info.contact) ? '咨询电话' : '联系方式', info.contact],
    ['发布单位', info.senderName],
    ['发布时间', inChina(m.sent)],
  ]);
  return [
    { type: 'keyFacts', attrs: { facts } },
    ...paragraphsOf(info.description),
    ...paragraphsOf(info.instruction),
    ...(many ? [placeList(info.areas)] : []),
  ];
}

/** Every place in full, however many and however long their names are. */
const placeList = (areas: readonly string[]): Block => ({
  type: 'bulletList',
  content: areas.flatMap((area) => {
    const content = paragraphsOf(area);
    return content.length === 0 ? [] : [{ type: 'listItem' as const, content }];
  }),
});
