/** What a foreign program needs to run and to find its files: none of our settings, least of all the secrets. */
const needed = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'LANG', 'LC_ALL', 'SystemRoot'] as const;

/**
 * The environment of a foreign program that we start. What `setForNativeLibrary` set for ourselves is not in
 * it either.
 */
export function childEnvironment(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    needed.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
