import pino from 'pino';

/** Facts for an operator: one line per thing that happened, with ids. Never a body, a telephone number or a token. */
export interface Logger {
  debug(fields: object, words: string): void;
  info(fields: object, words: string): void;
  warn(fields: object, words: string): void;
  error(fields: object, words: string): void;
}

const secrets = ['password', 'secret', 'token', 'authorization', 'cookie', 'phone', 'phones'];

/** JSON lines on standard output. */
export function createLogger(options: { service: string; level?: string }): Logger {
  return pino({
    level: options.level ?? 'info',
    base: { service: options.service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`]), censor: '[hidden]' },
  });
}
