import { z } from 'zod';
import { omissionKinds, type OmissionKindName } from './omission.kinds.ts';

const kinds = Object.keys(omissionKinds) as [OmissionKindName, ...OmissionKindName[]];

/** What of an edition readers of one channel do not find there. */
export const omission = z
  .strictObject({
    kind: z.enum(kinds),
    /** Index of the block in the body; null where it is about the whole. */
    block: z.int().nonnegative().nullable(),
    /** Which form of the channel leaves it out; empty where it has only one. */
    where: z.string(),
    shown: z.int().nonnegative(),
    of: z.int().positive(),
    /** The first that is missing, shortened. */
    excerpt: z.string().max(60),
    /** In words, for editor and reviewer. */
    message: z.string().min(1),
  })
  .meta({ id: 'Omission' });
export type Omission = z.infer<typeof omission>;

/** Whether a reader may miss by it what the notice is about. */
export const isNeeded = ({ kind }: Omission): boolean => omissionKinds[kind].needed;
