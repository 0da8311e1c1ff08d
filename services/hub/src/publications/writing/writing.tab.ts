import { z } from 'zod';

/** Names one window of a browser among those of one person; nothing else is read from it. */
export const writingTab = z
  .string()
  .min(1)
  .max(40)
  .meta({ description: 'The window in which it is written; a person has one draft open in one window' });
