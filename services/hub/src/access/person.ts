import { z } from 'zod';
import { role } from './role.ts';

/**
 * Somebody who is signed in, as everyone may see them. `title` is Chinese, `organisation` the code of the
 * body they work for.
 */
export const person = z
  .object({ name: z.string(), title: z.string(), roles: z.array(role), organisation: z.string() })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof person>;

/** A person who asks for something, and the network address they ask from. */
export interface Actor extends Person {
  readonly from: string;
}
