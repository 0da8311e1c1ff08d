import { XMLBuilder } from 'fast-xml-parser';
import type { CapInfo, CapMessage } from './cap.message.ts';

const builder = new XMLBuilder({ ignoreAttributes: false, format: true, suppressEmptyNode: true });

const given = (name: string, value: string | null): object =>
  value === null || value === '' ? {} : { [name]: value };

/** A warning as CAP 1.2, elements in the order of the standard. */
export function writeCap(m: CapMessage): string {
  return builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    alert: {
      '@_xmlns': 'urn:oasis:names:tc:emergency:cap:1.2',
      identifier: m.identifier,
      sender: m.sender,
      sent: m.sent,
      status: m.status,
      msgType: m.msgType,
      scope: m.scope,
      ...given('note', m.note),
      ...given('references', m.references.map((r) => `${r.sender},${r.identifier},${r.sent}`).join(' ')),
      info: m.infos.map(infoOf),
    },
  });
}

const infoOf = (info: CapInfo): object => ({
  language: 'zh-CN',
  category: info.category,
  event: info.event,
  urgency: info.urgency,
  severity: info.severity,
  certainty: info.certainty,
  ...given('onset', info.onset),
  ...given('expires', info.expires),
  ...given('senderName', info.senderName),
  ...given('headline', info.headline),
  ...given('description', info.description),
  ...given('instruction', info.instruction),
  ...given('contact', info.contact),
  area: info.areas.map((areaDesc) => ({ areaDesc })),
});
