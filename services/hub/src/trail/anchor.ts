import { verify } from 'node:crypto';
import { z } from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** The head of the chain at one moment, signed by the house. */
export const anchor = z.object({
  date: z.iso.date(),
  sequence: z.int().nonnegative(),
  hash,
  at: z.string(),
  signature: z.string(),
  /** RFC 3161 time stamp over what is signed, base64 of the DER token. */
  timeStamp: z.string().optional(),
});
export type Anchor = z.infer<typeof anchor>;

/** What an anchor signs, and what its time stamp is over. */
export const anchored = (a: Omit<Anchor, 'signature' | 'timeStamp'>): Buffer =>
  Buffer.from(`towncrier-audit ${a.date} ${a.sequence} ${a.hash} ${a.at}`);

/** @param publicKey PEM */
export const isSigned = (one: Anchor, publicKey: string): boolean =>
  verify(null, anchored(one), publicKey, Buffer.from(one.signature, 'base64'));

/** An anchor as it is handed out of the house: with the key it was signed with, so that another key is noticed. */
export const handedAnchor = anchor.extend({
  kind: z.literal('towncrier-anchor'),
  publicKey: z.string(),
  /** What people write down, or print: the beginning of the hash. */
  short: z.string(),
});
export type HandedAnchor = z.infer<typeof handedAnchor>;

/** Twelve characters say which head it was: nobody finds another row with the same. */
export const shortOf = ({ hash: of }: Pick<Anchor, 'hash'>): string => of.slice(0, 12);

export const handedOut = (one: Anchor, publicKey: string): HandedAnchor => ({
  kind: 'towncrier-anchor',
  ...one,
  publicKey,
  short: shortOf(one),
});
