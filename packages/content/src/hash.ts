import { createHash } from 'node:crypto';
import type { EditionContent } from '@towncrier/contracts';
import { canonicalJson } from './canonical-json.ts';

/** SHA-256, hex. */
export const hashBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** SHA-256 (hex) of the UTF-8 bytes. */
export const hashText = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/**
 * SHA-256 (hex) of the canonical JSON: the same for two values that mean the same, whatever the order of
 * their keys.
 */
export const hashValue = (value: unknown): string => hashText(canonicalJson(value));

/** What a reviewer approves. Text counts in Unicode NFC, so that two spellings of one character are one. */
export const contentHash = (content: EditionContent): string =>
  hashText(canonicalJson(content).normalize('NFC'));
