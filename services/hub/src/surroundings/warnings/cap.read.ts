import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import { capMessage, type CapMessage } from './cap.message.ts';
import { bad, requireValidCap } from './cap.schema.ts';

const parser = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: true,
  processEntities: true,
  isArray: (name) => ['info', 'area', 'category'].includes(name),
});

const text = z.string().default('');
const raw = z.object({
  alert: z.object({
    identifier: z.string(),
    sender: z.string(),
    sent: z.string(),
    status: z.string(),
    msgType: z.string(),
    scope: z.string(),
    references: text,
    info: z
      .array(
        z.object({
          language: text,
          category: z.array(z.string()),
          event: z.string(),
          urgency: z.string(),
          severity: z.string(),
          certainty: z.string(),
          effective: z.string().optional(),
          onset: z.string().optional(),
          expires: z.string().optional(),
          senderName: text,
          headline: text,
          description: text,
          instruction: text,
          area: z.array(z.object({ areaDesc: z.string() })).default([]),
        }),
      )
      .default([]),
  }),
});

/** Reads a warning. @throws ProblemError 422 `bad-cap` with what is wrong and what to do */
export async function readCap(xml: string): Promise<CapMessage> {
  await requireValidCap(xml);
  const { alert } = raw.parse(parser.parse(xml));
  if (alert.scope !== 'Public') throw bad('预警报文的发布范围不是公开（scope≠Public），不得向公众转发');
  if (alert.msgType === 'Ack' || alert.msgType === 'Error')
    throw bad('这是回执或差错报文，不是可以转发的预警');
  const info = alert.info.find((i) => i.language.toLowerCase().startsWith('zh')) ?? alert.info[0];
  if (info === undefined) throw bad('预警报文没有内容（info）；请向发送方核对');
  const missing = (
    [
      ['senderName', '发布单位'],
      ['headline', '标题'],
      ['description', '警示事项'],
    ] as const
  )
    .filter(([field]) => info[field] === '')
    .map(([, words]) => words);
  if (info.area.length === 0) missing.push('可能影响的范围' as never);
  if (missing.length > 0)
    throw bad(`预警报文缺少${missing.join('、')}；《突发事件应对法》第六十四条要求写明，请向发送方核对`);
  return capMessage.parse({
    ...alert,
    references: referencesIn(alert.references),
    event: info.event,
    category: info.category[0],
    urgency: info.urgency,
    severity: info.severity,
    certainty: info.certainty,
    onset: info.onset ?? info.effective ?? null,
    expires: info.expires ?? null,
    senderName: info.senderName,
    headline: info.headline,
    description: info.description,
    instruction: info.instruction,
    areas: info.area.map((a) => a.areaDesc),
  });
}

/** CAP 1.2, 3.2.1: `sender,identifier,sent`, separated by white space. */
function referencesIn(words: string): CapMessage['references'] {
  return words
    .split(/\s+/)
    .filter((w) => w !== '')
    .map((triple) => {
      const [sender = '', identifier = '', sent = ''] = triple.split(',');
      return { sender, identifier, sent };
    });
}
