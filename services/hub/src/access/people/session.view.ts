import { z } from 'zod';
import { person } from '../person.ts';
import { screen, type Screens } from './screens.ts';
import { isReady, type Session } from './sessions.service.ts';

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
export const endFactorRequest = z.strictObject({ password, code }).meta({ id: 'ProveBoth' });
export const resetRequest = z
  .strictObject({
    name: z.string().min(1).max(60),
    reset: z.string().min(1).max(60).meta({ description: 'Both halves of the code, the first one first' }),
    password: password.meta({
      description: 'The new one; where the second factor is given anew, the present one',
    }),
    code: code.optional(),
  })
  .meta({ id: 'UseReset' });
export const codeRequest = z.strictObject({ code }).meta({ id: 'ConfirmCode' });

/**
 * `csrf` goes into the header `x-csrf-token` of every changing call. With `mustChangePassword` every other
 * call is refused; with `needsSecondFactor` every other call than those that set it up.
 */
export const session = z
  .object({
    person,
    csrf: z.string(),
    mustChangePassword: z.boolean(),
    secondFactor: z.boolean(),
    needsSecondFactor: z.boolean(),
    screens: z.array(screen),
  })
  .meta({ id: 'Session' });
export type SessionView = z.infer<typeof session>;

export function sessionView(session: Session, screens: Screens): SessionView {
  const { person: who, csrf, mustChangePassword, secondFactor, needsSecondFactor } = session;
  const open = isReady(session) ? screens.of(who) : [];
  return { person: who, csrf, mustChangePassword, secondFactor, needsSecondFactor, screens: open };
}
