import { z } from 'zod';
import { person } from '../person.ts';
import { screen, type Screens } from './screens.ts';
import type { Session } from './sessions.service.ts';

const password = z.string().min(1).max(200);
const code = z
  .string()
  .regex(/^\d{6}$/)
  .meta({ description: 'Six digits of the authenticator app' });

export const signIn = z
  .strictObject({ name: z.string().min(1).max(60), password, code: code.optional() })
  .meta({ id: 'SignIn' });
export const changePassword = z
  .strictObject({ password, newPassword: password })
  .meta({ id: 'ChangePassword' });
export const passwordRequest = z.strictObject({ password }).meta({ id: 'ProvePassword' });
export const codeRequest = z.strictObject({ code }).meta({ id: 'ConfirmCode' });

/**
 * `csrf` goes into the header `x-csrf-token` of every changing call. With `mustChangePassword` every other
 * call is refused.
 */
export const session = z
  .object({
    person,
    csrf: z.string(),
    mustChangePassword: z.boolean(),
    secondFactor: z.boolean(),
    screens: z.array(screen),
  })
  .meta({ id: 'Session' });
export type SessionView = z.infer<typeof session>;

export function sessionView(session: Session, screens: Screens): SessionView {
  const { person: who, csrf, mustChangePassword, secondFactor } = session;
  return { person: who, csrf, mustChangePassword, secondFactor, screens: screens.of(who) };
}
