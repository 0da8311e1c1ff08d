/**
 * 依申请公开: one request of a citizen or a body for information that is not public (政府信息公开条例 ch.
 * IV). Dates are civil dates in China.
 */
export interface DisclosureRequest {
  readonly id: string;
  readonly state: RequestState;
  readonly organisation: string;
  readonly applicant: Applicant;
  readonly wanted: Wanted;
  /** How it came in; art. 31 counts its receipt accordingly. */
  readonly mode: 'in-person' | 'signed-mail' | 'mail' | 'online';
  readonly submittedOn: string;
  /** The day that counts as receipt; null until it is confirmed. */
  readonly receivedOn: string | null;
  readonly correction: {
    readonly askedOn: string;
    readonly words: string;
    readonly dueOn: string;
    readonly answeredOn: string | null;
  } | null;
  readonly extension: {
    readonly days: number;
    readonly reason: string;
    readonly approvedBy: string;
    readonly on: string;
  } | null;
  /** While others are consulted the clock stands (art. 33). */
  readonly consultations: readonly {
    readonly with: string;
    readonly kind: 'third-party' | 'co-maker';
    readonly from: string;
    readonly dueOn: string;
    readonly to: string | null;
    readonly outcome: string | null;
  }[];
  readonly answer: {
    readonly kind: AnswerKind;
    readonly words: string;
    readonly on: string;
    readonly publication: string | null;
  } | null;
}

export type RequestState =
  | 'submitted'
  | 'handling'
  | 'correction-asked'
  | 'abandoned'
  | 'consulting'
  | 'answered'
  | 'archived';
export interface Applicant {
  readonly kind: 'person' | 'body';
  readonly name: string;
  readonly idNumber: string;
  readonly contact: string;
}
export interface Wanted {
  readonly description: string;
  readonly documentNumber?: string | undefined;
  readonly form: 'paper' | 'email' | 'copy' | 'on-site';
}

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

export const requestStates: Readonly<Record<RequestState, string>> = {
  submitted: '待登记',
  handling: '办理中',
  'correction-asked': '已通知补正',
  abandoned: '视为放弃',
  consulting: '征求意见中',
  answered: '已答复',
  archived: '已归档',
};
