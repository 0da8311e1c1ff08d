import { z } from 'zod';

/** What every service of the house reads. */
export const serviceSettings = z.object({
  NATS_URL: z.string().default('nats://127.0.0.1:8702').describe('Where the broker listens'),
  TOWNCRIER_DATA: z.string().default('.data').describe('Folder for everything that must survive a restart'),
  RELEASE_KEYS_FILE: z
    .string()
    .optional()
    .describe(
      'Public keys of the hub, which signs what it releases: the hub writes the file, every other service needs a copy. `keys/release-keys.json` below `TOWNCRIER_DATA` by default',
    ),
  MONGODB_URI: z.string().optional().describe('Use MongoDB instead of the embedded store'),
  PORT: z.coerce.number().int().min(1).max(65535).describe('Port of this service'),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on'),
  PUBLIC_URL: z.url().optional().describe('Address under which the public reaches this service'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info').describe('How much to log'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .string()
    .optional()
    .describe('OTLP/HTTP collector; tracing is off without it'),
});
export type ServiceSettings = z.infer<typeof serviceSettings>;
