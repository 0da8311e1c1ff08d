import { serviceSettings } from '@towncrier/settings';
import { z } from 'zod';

/** The hub's own part of the environment. */
export const hubSettings = serviceSettings.extend({
  SITE_URL: z
    .url()
    .default('http://127.0.0.1:8737')
    .describe('Base address of the public website; a publication stands at SITE_URL/n/<id>.html'),
  HOUSE_ISSUER: z
    .string()
    .min(1)
    .max(100)
    .default('开远市人民政府')
    .describe('Issuer of a text that names none'),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    )
    .pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])))
    .describe(
      'Addresses or networks (CIDR) of reverse proxies, separated by commas: only their X-Forwarded-For is believed. None by default: then everybody behind a proxy is one visitor',
    ),
  MONITOR_URL: z.url().default('http://127.0.0.1:8701').describe('Where the monitor listens'),
  MONITOR_TOKEN: z.string().min(16).describe('Bearer token for the monitor; the same value is set there'),
  RECONCILE_AFTER_MS: z.coerce
    .number()
    .int()
    .min(100)
    .default(10_000)
    .describe('How long (ms) a channel may take to accept before the event is sent again'),
  RECONCILE_EVERY_MS: z.coerce
    .number()
    .int()
    .min(50)
    .default(5000)
    .describe('How often (ms) the reconciler looks'),
  CHANNEL_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(50)
    .default(5000)
    .describe('How long (ms) a channel may take to show a preview'),
  CONFIRM_BEYOND: z.coerce
    .number()
    .int()
    .min(0)
    .default(500)
    .describe(
      'How many people may be told what cannot be taken back before whoever releases or ends it has to type their number',
    ),
  AUDIT_HASH: z
    .enum(['sha256', 'sm3'])
    .default('sha256')
    .describe('Hash of the audit chain from the next row on; every row names its own'),
  AUDIT_ANCHOR_FILE: z
    .string()
    .min(1)
    .optional()
    .describe(
      'File to which anchors of the audit trail are added, one line of JSON each: on a medium that the house cannot rewrite, e.g. a share of another body. Without this or the next the trail is never proven',
    ),
  AUDIT_ANCHOR_URL: z
    .url()
    .optional()
    .describe('Address to which every anchor is posted as JSON; whoever answers 2xx keeps it'),
  AUDIT_ANCHOR_TOKEN: z.string().min(16).optional().describe('Bearer token for AUDIT_ANCHOR_URL'),
  HUB_KEY_FILE: z
    .string()
    .min(1)
    .optional()
    .describe(
      'File with the keys of what the hub keeps sealed (second factors, what citizens ask and how to reach them); outside its store, and not in the same backup. Made at first start',
    ),
  WARNING_SENDERS: z
    .string()
    .default('*.gov.cn')
    .transform((list) =>
      list
        .split(',')
        .map((s) => s.trim())
        .filter((s) => s !== ''),
    )
    .describe(
      'Whose warnings may be passed on: CAP senders, separated by commas; `*` stands for any beginning',
    ),
  CAP_SENDER: z
    .string()
    .regex(/^[^\s,<&]+$/)
    .default('kaiyuan.gov.cn')
    .describe('How the house signs its own warnings: the CAP 1.2 `sender`, no blanks or commas'),
  OIDC_ISSUER: z
    .url()
    .optional()
    .describe('Identity provider (OpenID Connect) at which people may sign in; none without it'),
  OIDC_CLIENT_ID: z.string().default('towncrier').describe('Client identifier at the identity provider'),
  OIDC_CLIENT_SECRET: z.string().optional().describe('Client secret at the identity provider'),
  OFFICE_PROGRAM: z
    .string()
    .default('soffice')
    .describe(
      'LibreOffice, by its name on the PATH or its file: draws formulas, charts and EMF of imported documents; where there is none, they are named as missing',
    ),
  CONSOLE_DIR: z
    .string()
    .optional()
    .describe('Folder of the built console; the one beside the hub by default'),
});
export type HubSettings = z.infer<typeof hubSettings>;
