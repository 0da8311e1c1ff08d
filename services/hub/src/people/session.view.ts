import { z } from 'zod';
import { person } from './person.ts';
import type { Session } from './sessions.service.ts';

export const signIn = z.strictObject({ name: z.string().min(1).max(60), password: z.string().min(1).max(200) }).meta({ id: 'SignIn' });

/** `csrf` goes into the header `x-csrf-token` of every changing call. */
export const session = z.object({ person, csrf: z.string() }).meta({ id: 'Session' });
export type SessionView = z.infer<typeof session>;

export const sessionView = ({ person: who, csrf }: Session): SessionView => ({ person: who, csrf });
