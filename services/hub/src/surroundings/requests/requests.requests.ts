import { publicationId } from '@towncrier/contracts';
import { z } from 'zod';
import { answerKind, applicant, mode, requestState, wanted } from './request.ts';

const version = z.int().positive();
const words = z.string().trim().min(1).max(2000);
const civilDate = z.iso.date();

export const fileRequest = z
  .strictObject({ organisation: z.string().min(1).max(40).optional(), applicant, wanted })
  .meta({ id: 'FileDisclosureRequest' });
/** On paper or at the counter: the office writes it down. */
export const registerRequest = z
  .strictObject({ ...fileRequest.shape, mode: mode.exclude(['online']), submittedOn: civilDate })
  .meta({ id: 'RegisterDisclosureRequest' });
export const statusQuery = z.strictObject({ code: z.string().min(1).max(60) });
export const requestsQuery = z.strictObject({
  state: requestState.optional(),
  after: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** One step of the office. */
export const requestStep = z
  .discriminatedUnion('type', [
    z.strictObject({ version, type: z.literal('confirmReceipt'), receivedOn: civilDate }),
    z.strictObject({ version, type: z.literal('askForCorrection'), words, dueOn: civilDate }),
    z.strictObject({ version, type: z.literal('takeCorrection'), description: words }),
    z.strictObject({ version, type: z.literal('giveUp') }),
    z.strictObject({
      version,
      type: z.literal('extend'),
      days: z.int().min(1).max(100),
      reason: words,
      approvedBy: z.string().trim().min(1).max(60),
    }),
    z.strictObject({
      version,
      type: z.literal('consult'),
      with: z.string().trim().min(1).max(200),
      kind: z.enum(['third-party', 'co-maker']),
    }),
    z.strictObject({ version, type: z.literal('endConsultation'), outcome: words }),
    z.strictObject({
      version,
      type: z.literal('answer'),
      kind: answerKind,
      words,
      publication: publicationId.nullable().default(null),
    }),
    z.strictObject({ version, type: z.literal('archive') }),
  ])
  .meta({ id: 'DisclosureRequestStep' });
export type RequestStep = z.infer<typeof requestStep>;
export type FileRequest = z.infer<typeof fileRequest>;
