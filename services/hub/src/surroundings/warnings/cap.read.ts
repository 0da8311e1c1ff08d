import { XmlElement } from 'libxml2-wasm';
import { bySeverity, capInfo, capMessage, type CapInfo, type CapMessage } from './cap.message.ts';
import { repaired } from './cap.repair.ts';
import { bad, withCap } from './cap.schema.ts';

/** A message, and what a person should know of how it was read. */
export interface ReadCap {
  readonly message: CapMessage;
  readonly notes: readonly string[];
}

/** Reads a warning. @throws ProblemError 422 `bad-cap` with what is wrong and what to do */
export function readCap(text: string): ReadCap {
  const { xml, notes } = repaired(text);
  return withCap(xml, (alert) => {
    if (valueOf(alert, 'scope') !== 'Public')
      throw bad('预警报文的发布范围不是公开（scope≠Public），不得向公众转发');
    const msgType = valueOf(alert, 'msgType');
    if (msgType === 'Ack' || msgType === 'Error') throw bad('这是回执或差错报文，不是可以转发的预警');
    const chosen = inChinese(childrenOf(alert, 'info'));
    const infos = bySeverity(completed(chosen.infos.map(infoOf)));
    if (msgType !== 'Cancel') requireElements(infos);
    const message = capMessage.parse({
      identifier: valueOf(alert, 'identifier'),
      sender: valueOf(alert, 'sender'),
      sent: valueOf(alert, 'sent'),
      status: valueOf(alert, 'status'),
      msgType,
      scope: 'Public',
      note: valueOf(alert, 'note'),
      references: referencesIn(valueOf(alert, 'references')),
      infos,
    });
    return { message, notes: [...notes, ...chosen.notes] };
  });
}

const isChinese = (info: XmlElement): boolean => /^zh/i.test(valueOf(info, 'language'));

/** Chinese where there is any, else the language of the first: the others say the same again. */
function inChinese(all: readonly XmlElement[]): { infos: readonly XmlElement[]; notes: readonly string[] } {
  const chinese = all.filter(isChinese);
  const first = all[0] === undefined ? '' : valueOf(all[0], 'language');
  const infos = chinese.length > 0 ? chinese : all.filter((info) => valueOf(info, 'language') === first);
  const others = [...new Set(all.filter((info) => !infos.includes(info)).map((i) => valueOf(i, 'language')))];
  const said = others.map((language) => (language === '' ? 'en-US' : language)).join('、');
  return { infos, notes: others.length === 0 ? [] : [`报文另有 ${said} 的文本，未转发`] };
}

function infoOf(info: XmlElement): CapInfo {
  const given = (name: string): string | null => valueOf(info, name) || null;
  return capInfo.parse({
    event: valueOf(info, 'event'),
    category: valueOf(info, 'category'),
    urgency: valueOf(info, 'urgency'),
    severity: valueOf(info, 'severity'),
    certainty: valueOf(info, 'certainty'),
    onset: given('onset') ?? given('effective'),
    expires: given('expires'),
    senderName: valueOf(info, 'senderName'),
    headline: valueOf(info, 'headline'),
    description: valueOf(info, 'description'),
    instruction: valueOf(info, 'instruction'),
    contact: valueOf(info, 'contact'),
    areas: childrenOf(info, 'area').map((area) => valueOf(area, 'areaDesc')),
  });
}

/** Who issued it is said once in many messages, in the first `info`. */
const completed = (infos: readonly CapInfo[]): CapInfo[] =>
  infos.map((info) => ({ ...info, senderName: info.senderName || (infos[0]?.senderName ?? '') }));

/** 突发事件应对法 art. 64 names what a warning must say. A headline is not among it. */
function requireElements(infos: readonly CapInfo[]): void {
  if (infos.length === 0) throw bad('预警报文没有内容（info）；请向发送方核对');
  const missing = [
    ['发布单位', (i: CapInfo) => i.senderName],
    ['警示事项', (i: CapInfo) => i.description],
    ['可能影响的范围', (i: CapInfo) => i.areas.join('')],
  ] as const;
  const words = missing.filter(([, of]) => infos.some((info) => of(info) === '')).map(([name]) => name);
  if (words.length > 0)
    throw bad(`预警报文缺少${words.join('、')}；《突发事件应对法》第六十四条要求写明，请向发送方核对`);
}

/** Children of that name, in any prefix: the schema has seen to the namespace. */
function childrenOf(parent: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (let node = parent.firstChild; node !== null; node = node.next)
    if (node instanceof XmlElement && node.name === name) found.push(node);
  return found;
}

/** The first child of that name as text, character references and CDATA read; empty where there is none. */
const valueOf = (parent: XmlElement, name: string): string =>
  childrenOf(parent, name)[0]?.content.trim() ?? '';

/** CAP 1.2, 3.2.1: `sender,identifier,sent`, separated by white space. */
const referencesIn = (words: string): CapMessage['references'] =>
  words
    .split(/\s+/)
    .filter((w) => w !== '')
    .map((triple) => {
      const [sender = '', identifier = '', sent = ''] = triple.split(',');
      return { sender, identifier, sent };
    });
