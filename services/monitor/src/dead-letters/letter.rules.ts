import {
  commands,
  deliveries,
  deadLetters,
  releases,
  type DeadLetterGroup,
  type StreamName,
} from '@towncrier/contracts';
import { createHash } from 'node:crypto';
import { plainCause } from '../matrix/cause.ts';
import type { DeadLetterDoc } from './dead-letter.ts';

type Letter = Omit<DeadLetterDoc, 'version'>;

/** By which stream a message came, in words. */
const streamTitles: readonly (readonly [StreamName, string])[] = [
  [releases, '发布与撤回'],
  [deliveries, '渠道回报'],
  [commands, '运维指令'],
  [deadLetters, '死信'],
];
const typeTitles: Readonly<Record<string, string>> = {
  'edition-released': '版次发布',
  'publication-withdrawn': '撤回',
  'delivery-accepted': '渠道接收',
  'delivery-attempted': '渠道办理',
  'delivery-settled': '投递办结',
  'retry-requested': '人工重试',
  'delivery-handled': '人工办结',
};

const prefixOf = ({ subjects }: StreamName): string => (subjects[0] ?? '').replace(/\*$/, '');
export const streamOf = (subject: string): StreamName | undefined =>
  streamTitles.find(([stream]) => subject.startsWith(prefixOf(stream)))?.[0];
const streamTitle = (subject: string): string =>
  streamTitles.find(([stream]) => subject.startsWith(prefixOf(stream)))?.[1] ?? '其他消息';

/** The name of the event in a text that may be cut off anywhere. */
const typeIn = (text: string): string | undefined =>
  /"type"\s*:\s*"towncrier\.([a-z-]+)\.v\d+"/.exec(text)?.[1];
export const eventIdIn = (text: string): string | undefined => /"id"\s*:\s*"([^"\\]{1,200})"/.exec(text)?.[1];

interface Meaning {
  readonly words: string;
  readonly next: string;
  readonly again: boolean;
}

/** The first that fits tells what it means; the last one fits everything. */
const meanings: readonly (readonly [RegExp, Meaning])[] = [
  [
    /sign(?:ed|ature)|forged/i,
    {
      words: '签名不符：消息可能不是编审中枢发出的',
      next: '先查明来源；确认是密钥更换造成的，由编审中枢重新发布，本条作废',
      again: false,
    },
  ],
  [
    /not JSON|JSON/i,
    { words: '消息不是有效格式，读不出来', next: '下载留存，交技术人员查明来源后作废', again: false },
  ],
  [
    /unknown event|not an event/i,
    {
      words: '不认识的消息类型，多为各服务版本不一致',
      next: '把处理它的服务升级到同一版本，再重新投递',
      again: true,
    },
  ],
  [
    /✖|invalid|expected|unknown lane|unrecognized/i,
    {
      words: '消息内容不符合约定，多为各服务版本不一致',
      next: '核对各服务版本；一致后重新投递，仍失败的下载交技术人员',
      again: true,
    },
  ],
  [/./su, { words: '处理时出错', next: '重新投递一次；再次失败的下载交技术人员', again: true }],
];
const unsaid: Meaning = { words: '没有说明原因', next: '下载交技术人员查明后作废', again: false };

export const meaningOf = (cause: string): Meaning =>
  meanings.find(([fits]) => fits.test(cause))?.[1] ?? unsaid;

/** What letters of one kind have in common. */
export function fingerprint({ service, subject, excerpt, cause }: Letter): string {
  const parts = [service, streamOf(subject)?.stream ?? subject, typeIn(excerpt) ?? '', plainCause(cause)];
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12);
}

const shown = 20;

/** Letters by their kind, the kind that came last first. */
export function grouped(letters: readonly Letter[]): readonly DeadLetterGroup[] {
  const kinds = new Map<string, Letter[]>();
  for (const letter of letters) {
    const key = fingerprint(letter);
    kinds.set(key, [...(kinds.get(key) ?? []), letter]);
  }
  return [...kinds]
    .map(([key, all]) =>
      groupOf(
        key,
        [...all].sort((a, b) => b.at.localeCompare(a.at)),
      ),
    )
    .sort((a, b) => b.last.localeCompare(a.last));
}

function groupOf(key: string, newest: readonly Letter[]): DeadLetterGroup {
  const first = newest[0] as Letter;
  const { words, next, again } = meaningOf(first.cause);
  const type = typeIn(first.excerpt);
  return {
    key,
    service: first.service,
    stream: streamTitle(first.subject),
    type: type === undefined ? '未知' : (typeTitles[type] ?? '未知'),
    words,
    next,
    again: again && newest.every(isWhole),
    count: newest.length,
    first: newest.at(-1)?.at ?? first.at,
    last: first.at,
    letters: newest.slice(0, shown).map(told),
  };
}

/** What is not whole cannot be delivered again. */
export function isWhole({ raw, excerpt }: Letter): boolean {
  try {
    JSON.parse(raw ?? excerpt);
    return true;
  } catch {
    return false;
  }
}

export const told = ({ id, service, subject, cause, at, excerpt }: Letter) => ({
  id,
  service,
  subject,
  cause,
  at,
  excerpt,
});
