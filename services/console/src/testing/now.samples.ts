import type { Alarm, Now, Tile } from '../now/now.ts';

/** A tile, an alarm and the page they stand on; a test says what matters to it. */
export const tile = (channel: string, title: string, more: Partial<Tile> = {}): Tile => ({
  channel,
  title,
  mode: 'twin',
  online: true,
  light: 'good',
  words: '正常',
  share: 0.985,
  p95: 4200,
  backlog: 0,
  oldest: null,
  confirmed: 49,
  quota: null,
  accounts: [],
  ...more,
});
export const alarm = (more: Partial<Alarm> = {}): Alarm => ({
  key: 'cause:2c26b46b68ff',
  channels: ['sms'],
  account: null,
  words: '短信：签名未报备',
  count: 3,
  since: '2026-11-23T02:00:00.000Z',
  owner: '渠道运维',
  next: '排除原因后重试',
  at: { page: 'deliveries', search: { hand: 'yes', cause: '2c26b46b68ff' } },
  ...more,
});
export const now = (more: Partial<Now> = {}): Now => ({
  at: '2026-11-23T02:05:00.000Z',
  ledger: true,
  alarms: [],
  tiles: [tile('website', '政府网站')],
  moved: [],
  ...more,
});
