import { z } from 'zod';

/** Names every bad entry of the environment and what would be right. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/**
 * The one reader of the environment. Unset and empty variables count as absent.
 * @throws SettingsError with one line per bad entry
 */
export function loadSettings<S>(
  schema: z.ZodType<S>,
  env: Record<string, string | undefined> = process.env,
): S {
  const present = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = schema.safeParse(present);
  if (result.success) return result.data;
  const lines = result.error.issues.map(
    (issue) => `${issue.path.join('.') || 'environment'}: ${issue.message}`,
  );
  throw new SettingsError(`Settings are wrong:\n  ${lines.join('\n  ')}`);
}
