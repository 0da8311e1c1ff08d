/** A value as a file a person can read and compare. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
