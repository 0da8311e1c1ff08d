import { XMLBuilder } from 'fast-xml-parser';
import type { CapMessage } from './cap.message.ts';

const builder = new XMLBuilder({ ignoreAttributes: false, format: true, suppressEmptyNode: true });

/** A warning as CAP 1.2, elements in the order of the standard. */
export function writeCap(m: CapMessage): string {
  const given = (name: string, value: string | null): object =>
    value === null || value === '' ? {} : { [name]: value };
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
      ...given('references', m.references.map((r) => `${r.sender},${r.identifier},${r.sent}`).join(' ')),
      info: {
        language: 'zh-CN',
        category: m.category,
        event: m.event,
        urgency: m.urgency,
        severity: m.severity,
        certainty: m.certainty,
        ...given('onset', m.onset),
        ...given('expires', m.expires),
        senderName: m.senderName,
        headline: m.headline,
        description: m.description,
        ...given('instruction', m.instruction),
        area: m.areas.map((areaDesc) => ({ areaDesc })),
      },
    },
  });
}
