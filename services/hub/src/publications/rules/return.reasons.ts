import { z } from 'zod';
import { refused, type Decision } from '../publication.commands.ts';
import rows from './return.reasons.json' with { type: 'json' };

/** What is left open in a template, as in the templates of notices. */
const blank = /【待填[^】]*】/;

/**
 * The commonest reasons for sending an edition back, to be completed in one's own words: each leaves open what
 * only this text can tell, so that none is sent as it stands.
 */
export const returnReasons = z
  .array(z.strictObject({ title: z.string().min(1).max(12), words: z.string().max(200).regex(blank) }))
  .min(1)
  .readonly()
  .parse(rows);

/** A reason that was chosen and not read tells the author nothing. */
export function unlessUnread(reason: string, then: () => Decision): Decision {
  const open = blank.exec(reason)?.[0];
  return open === undefined
    ? then()
    : refused('reason-unfinished', `退回理由里还有没写的“${open}”；请写成对这份稿件的具体意见，再退回`);
}
