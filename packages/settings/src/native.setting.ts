/**
 * For libraries outside JavaScript that read the environment by themselves; must be called before they are
 * loaded. Child processes inherit it.
 */
export function setForNativeLibrary(name: string, value: string): void {
  process.env[name] = value;
}
