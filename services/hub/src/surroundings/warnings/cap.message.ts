import type { WarningLevel } from '@towncrier/contracts';
import { levelOrder, warningLevels } from '@towncrier/content';
import { z } from 'zod';

/** One `info` of a message, as far as this house relays it. Instants as the sender wrote them (RFC 3339). */
export const capInfo = z.object({
  event: z.string(),
  category: z.string(),
  urgency: z.string(),
  severity: z.enum(['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown']),
  certainty: z.string(),
  onset: z.string().nullable(),
  expires: z.string().nullable(),
  senderName: z.string(),
  headline: z.string(),
  description: z.string(),
  instruction: z.string(),
  contact: z.string(),
  areas: z.array(z.string()),
});
export type CapInfo = z.infer<typeof capInfo>;

/** OASIS CAP 1.2, as far as this house relays it: one alert with its `info` in Chinese, the highest level first. */
export const capMessage = z.object({
  identifier: z.string(),
  sender: z.string(),
  sent: z.string(),
  status: z.enum(['Actual', 'Exercise', 'System', 'Test', 'Draft']),
  msgType: z.enum(['Alert', 'Update', 'Cancel']),
  scope: z.literal('Public'),
  note: z.string(),
  /** The messages this one updates or cancels. */
  references: z.array(z.object({ sender: z.string(), identifier: z.string(), sent: z.string() })),
  /** May be empty only in a Cancel. */
  infos: z.array(capInfo),
});
export type CapMessage = z.infer<typeof capMessage>;
export type CapName = CapMessage['references'][number];

/** What a warning is to those before it (CAP 1.2, `msgType`). */
export const messageTypes: Readonly<Record<CapMessage['msgType'], string>> = {
  Alert: '首发',
  Update: '更新',
  Cancel: '解除',
};

/** 突发事件应对法 (2024) art. 63: four levels, in the order of CAP 1.2 `severity`. */
export const levelOf: Readonly<Record<CapInfo['severity'], WarningLevel>> = {
  Extreme: 'red',
  Severe: 'orange',
  Moderate: 'yellow',
  Minor: 'blue',
  Unknown: 'unrated',
};

export const levelWords = (severity: CapInfo['severity']): string => warningLevels[levelOf[severity]].name;

export const severityNamed = (level: string): CapInfo['severity'] =>
  capInfo.shape.severity.options.find((s) => levelWords(s) === level) ?? 'Unknown';

/** Highest level first; of one level as the sender ordered them. */
export const bySeverity = (infos: readonly CapInfo[]): CapInfo[] =>
  infos.toSorted((a, b) => levelOrder.indexOf(levelOf[a.severity]) - levelOrder.indexOf(levelOf[b.severity]));

/** ISO 8601 in UTC; what is no instant stays as it is. */
const instantOf = (sent: string): string => {
  const at = Date.parse(sent);
  return Number.isNaN(at) ? sent : new Date(at).toISOString();
};

/** Who sent what, and when, is one message (CAP 1.2, 3.2.1): identifiers are unique for one sender only. */
export const keyOf = ({ sender, identifier, sent }: CapName): string =>
  [sender, identifier, instantOf(sent)].join(',');

/** When the last of it ends (ISO 8601, UTC); null when the sender does not say. */
export function expiryOf({ infos }: CapMessage): string | null {
  const ends = infos.flatMap(({ expires }) => (expires === null ? [] : [instantOf(expires)]));
  return ends.toSorted().at(-1) ?? null;
}

/**
 * The identifier of the national warning platform (GB/T 35965.1-2018): region, body, two internal fields,
 * Beijing time, counter.
 */
export const nationalIdentifier = /^\d{14}_\d{14}_\d$/;
