import type { Lane } from './edition.ts';

/** Every stream, subject, durable and bucket name of the house. No such string is written anywhere else. */

export interface StreamName {
  readonly stream: string;
  readonly subjects: readonly string[];
  readonly maxAgeDays: number;
  readonly title: string;
}

/** What the hub lets go out: released editions and withdrawals, one subject per lane. */
export const releases: StreamName = {
  stream: 'TOWNCRIER_RELEASES',
  subjects: ['towncrier.release.v1.*'],
  maxAgeDays: 90,
  title: 'Released editions and withdrawals',
};
/** What the channels report. */
export const deliveries: StreamName = {
  stream: 'TOWNCRIER_DELIVERIES',
  subjects: ['towncrier.delivery.v1.*'],
  maxAgeDays: 90,
  title: 'What channels report about their deliveries',
};
/** What operators ask of one channel. */
export const commands: StreamName = {
  stream: 'TOWNCRIER_COMMANDS',
  subjects: ['towncrier.command.v1.*'],
  maxAgeDays: 14,
  title: 'What operators ask of one channel',
};
/** Messages nobody could handle, with their cause. */
export const deadLetters: StreamName = {
  stream: 'TOWNCRIER_DEAD',
  subjects: ['towncrier.dead.v1.*'],
  maxAgeDays: 180,
  title: 'Messages that could not be handled',
};

export const streams: readonly StreamName[] = [releases, deliveries, commands, deadLetters];

export const releaseSubject = (lane: Lane): string => `towncrier.release.v1.${lane}`;
export const deliverySubject = (channel: string): string => `towncrier.delivery.v1.${channel}`;
export const commandSubject = (channel: string): string => `towncrier.command.v1.${channel}`;
export const deadLetterSubject = (service: string): string => `towncrier.dead.v1.${service}`;

/** What people did outside the house: told beside the commands, to no channel. */
export const handledSubject = 'towncrier.command.v1.by-hand';

/** All subjects of a stream, for a durable that reads everything. */
export const everything = (of: StreamName): string => of.subjects[0] as string;

/** One durable per service and purpose, e.g. `wechat_urgent`, `monitor_deliveries`. */
export const durable = (service: string, purpose: string): string =>
  `${service.replaceAll('-', '_')}_${purpose}`;

/** Core request/reply: how would this edition look on that channel? */
export const renderQuestion = (channel: string): string => `towncrier.ask.v1.${channel}.render`;

/** Core request/reply: what the channel's register of targets holds, and changes of it. */
export const registerQuestion = (channel: string): string => `towncrier.ask.v1.${channel}.register`;

/** Core request/reply: the bytes of a picture that is not on the shelf. The hub answers. */
export const pictureQuestion = 'towncrier.ask.v1.hub.picture';

/** KV bucket with the bytes of the pictures of editions, by their id (SHA-256). */
export const pictureShelf = 'towncrier_pictures';
/** So long a picture stays on the shelf; as long as the release that names it can be read. */
export const pictureShelfDays = releases.maxAgeDays;

/** KV bucket in which channels announce themselves, one key per channel. */
export const channelDirectory = 'towncrier_channels';
/** An announcement that was not renewed for this long (ms) counts as gone. */
export const announcementTtlMs = 15_000;

/** Header names on messages and dead letters. */
export const headers = {
  messageId: 'Nats-Msg-Id',
  trace: 'traceparent',
  cause: 'towncrier-cause',
  origin: 'towncrier-origin-subject',
  service: 'towncrier-service',
  signature: 'towncrier-signature',
} as const;
