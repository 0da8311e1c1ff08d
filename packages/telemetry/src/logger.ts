import pino from 'pino';

/**
 * Facts for an operator: one line per thing that happened, with ids. Never a body, a telephone number or a
 * token.
 */
export interface Logger {
  debug(fields: object, words: string): void;
  info(fields: object, words: string): void;
  warn(fields: object, words: string): void;
  error(fields: object, words: string): void;
  /** A logger that adds these fields to every line. */
  child(fields: object): Logger;
}

const secrets = [
  'password',
  'secret',
  'token',
  'accessToken',
  'access_token',
  'authorization',
  'Authorization',
  'cookie',
  'phone',
  'phones',
];

export interface LoggerOptions {
  readonly service: string;
  readonly level?: string;
  /** Where lines go instead of standard output. */
  readonly write?: (line: string) => void;
}

/**
 * JSON lines on standard output. A field that holds a secret is hidden down to the third level, e.g.
 * `request.headers.authorization`.
 */
export function createLogger({ service, level, write }: LoggerOptions): Logger {
  const options: pino.LoggerOptions = {
    level: level ?? 'info',
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[hidden]' },
  };
  return write === undefined ? pino(options) : pino(options, { write });
}
