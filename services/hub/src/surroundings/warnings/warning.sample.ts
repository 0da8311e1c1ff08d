import type { CapInfo, CapMessage } from './cap.message.ts';

export const floodInfo: CapInfo = {
  event: '山洪灾害',
  category: 'Met',
  urgency: 'Immediate',
  severity: 'Extreme',
  certainty: 'Likely',
  onset: '2026-11-23T10:00:00+08:00',
  expires: '2026-11-24T10:00:00+08:00',
  senderName: '开远市水务局、开远市气象局',
  headline: '开远市发布山洪灾害红色预警',
  description: '受持续强降雨影响，小龙潭镇发生山洪灾害可能性极大。',
  instruction: '请小龙潭镇沿河群众立即向高处转移，不要在河道附近停留。',
  contact: '0873-7123456',
  areas: ['开远市小龙潭镇'],
};

/** An example for tests and for the API's document; no such warning was ever issued. */
export const flood: CapMessage = {
  identifier: '53250241600000_20261123090000_0',
  sender: 'kyqx@example.gov.cn',
  sent: '2026-11-23T09:00:00+08:00',
  status: 'Actual',
  msgType: 'Alert',
  scope: 'Public',
  note: '',
  references: [],
  infos: [floodInfo],
};
