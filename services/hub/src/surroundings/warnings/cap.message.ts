import { z } from 'zod';

/**
 * OASIS CAP 1.2, as far as this house relays it: one alert with its first `info` in Chinese. Instants as the
 * sender wrote them (RFC 3339).
 */
export const capMessage = z.object({
  identifier: z.string(),
  sender: z.string(),
  sent: z.string(),
  status: z.enum(['Actual', 'Exercise', 'System', 'Test', 'Draft']),
  msgType: z.enum(['Alert', 'Update', 'Cancel']),
  scope: z.literal('Public'),
  /** Identifiers of the messages this one updates or cancels. */
  references: z.array(z.object({ sender: z.string(), identifier: z.string(), sent: z.string() })),
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
  areas: z.array(z.string()).min(1),
});
export type CapMessage = z.infer<typeof capMessage>;

/** What a warning is to those before it (CAP 1.2, `msgType`). */
export const messageTypes: Readonly<Record<CapMessage['msgType'], string>> = {
  Alert: '首发',
  Update: '更新',
  Cancel: '解除',
};

/** 突发事件应对法 (2024) art. 63: four levels, each with its colour. */
export const levels = {
  Extreme: '一级（红色）',
  Severe: '二级（橙色）',
  Moderate: '三级（黄色）',
  Minor: '四级（蓝色）',
  Unknown: '未定级',
} as const;

/**
 * The identifier of the national warning platform (GB/T 35965.1-2018): region, body, two internal fields,
 * Beijing time, counter.
 */
export const nationalIdentifier = /^\d{14}_\d{14}_\d$/;
