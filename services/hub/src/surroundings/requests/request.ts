import type { Frozen } from '@towncrier/storage';
import { z } from 'zod';

const civilDate = z.iso.date();
export const applicant = z.strictObject({
  kind: z.enum(['person', 'body']),
  name: z.string().trim().min(1).max(100),
  idNumber: z.string().trim().min(6).max(40),
  contact: z.string().trim().min(5).max(200),
});
export const wanted = z.strictObject({
  description: z.string().trim().min(1).max(2000),
  documentNumber: z.string().trim().max(100).optional(),
  form: z.enum(['paper', 'email', 'copy', 'on-site']),
});
export const mode = z.enum(['in-person', 'signed-mail', 'mail', 'online']);

/** 条例 art. 36: the seven ways to answer, and art. 39: what is no request at all. */
export const answerKinds = {
  'already-public': '已经主动公开，告知获取方式和途径',
  provided: '可以公开，提供该政府信息或告知获取的方式、途径和时间',
  refused: '不予公开，告知并说明理由',
  'does-not-exist': '经检索没有所申请的政府信息',
  'another-body': '不属于本机关负责公开，告知并说明理由',
  repeated: '已就相同申请作出答复，不予重复处理',
  'special-law': '工商、不动产登记资料等另有规定，告知依照有关规定办理',
  'not-a-request': '属信访、投诉、举报等，告知通过相应渠道提出（第三十九条）',
} as const;
/** Whom the office consults (art. 32): others whose rights it touches, or who made the information too. */
export const consulted = { 'third-party': '第三方', 'co-maker': '共同制作机关' } as const;
export type AnswerKind = keyof typeof answerKinds;
export const answerKind = z.enum(Object.keys(answerKinds) as [AnswerKind, ...AnswerKind[]]);

export const requestStates = {
  submitted: '待登记',
  handling: '办理中',
  'correction-asked': '已通知补正',
  abandoned: '视为放弃',
  consulting: '征求意见中',
  answered: '已答复',
  archived: '已归档',
} as const;
export type RequestState = keyof typeof requestStates;
export const requestState = z.enum(Object.keys(requestStates) as [RequestState, ...RequestState[]]);

export const requestFacts = z.object({
  organisation: z.string(),
  state: requestState,
  applicant,
  wanted,
  /** How it came in; art. 31 counts its receipt accordingly. */
  mode,
  submittedOn: civilDate,
  /** The day that counts as receipt; null until it is confirmed. */
  receivedOn: civilDate.nullable(),
  correction: z
    .object({ askedOn: civilDate, words: z.string(), dueOn: civilDate, answeredOn: civilDate.nullable() })
    .nullable(),
  extension: z
    .object({ days: z.int(), reason: z.string(), approvedBy: z.string(), on: civilDate })
    .nullable(),
  /** While others are consulted the clock stands (art. 33). */
  consultations: z.array(
    z.object({
      with: z.string(),
      kind: z.enum(['third-party', 'co-maker']),
      from: civilDate,
      dueOn: civilDate,
      to: civilDate.nullable(),
      outcome: z.string().nullable(),
    }),
  ),
  answer: z
    .object({ kind: answerKind, words: z.string(), on: civilDate, publication: z.string().nullable() })
    .nullable(),
});

/**
 * 依申请公开: one request of a citizen or a body for information that is not public (政府信息公开条例 ch.
 * IV). Dates are civil dates in China.
 */
export type DisclosureRequest = Frozen<z.infer<typeof requestFacts>> & { readonly id: string };
