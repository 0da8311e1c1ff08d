import type { AnswerKind, DisclosureRequest } from './request.ts';

export interface Given {
  readonly by: string;
  readonly on: string;
}

export type RequestCommand =
  | { readonly type: 'confirmReceipt'; readonly receivedOn: string }
  | { readonly type: 'askForCorrection'; readonly words: string; readonly dueOn: string }
  | { readonly type: 'takeCorrection'; readonly description: string }
  | { readonly type: 'giveUp' }
  | { readonly type: 'extend'; readonly days: number; readonly reason: string; readonly approvedBy: string }
  | { readonly type: 'consult'; readonly with: string; readonly kind: 'third-party' | 'co-maker' }
  | { readonly type: 'endConsultation'; readonly outcome: string }
  | {
      readonly type: 'answer';
      readonly kind: AnswerKind;
      readonly words: string;
      readonly publication: string | null;
    }
  | { readonly type: 'archive' };

export type RequestDecision =
  | { readonly kind: 'done'; readonly next: DisclosureRequest }
  | { readonly kind: 'refused'; readonly code: string; readonly words: string };
