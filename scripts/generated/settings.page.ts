import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { kitSettings } from '../../packages/channel-kit/src/kit.settings.ts';
import { serviceSettings } from '../../packages/settings/src/index.ts';
import { root } from '../lib/project.mjs';
import type { Definition } from './channel-definitions.ts';
import { notice, type Generated } from './notice.ts';

interface Entry {
  readonly description?: string;
  readonly default?: unknown;
}

/** What the commands themselves read; services never see these. */
const ofCommands: Readonly<Record<string, readonly [fallback: string, words: string]>> = {
  TOWNCRIER_PORT_BASE: [
    '8700',
    'First port; every service has its own distance from it, so that several systems run side by side',
  ],
  TOWNCRIER_DATA: ['.data', 'Folder of one running system; each service gets a folder below it'],
  NATS_URL: ['a broker of its own', 'Broker to use instead of starting one'],
  TOWNCRIER_SUPERVISE: ['1', '`0`: a service that ends is not started again'],
  TOWNCRIER_CHROMIUM: ["the system's", 'Browser for the browser tests; empty skips them'],
  'PUBLIC_URL_<SERVICE>': [
    'http://127.0.0.1:<port>',
    'Address under which the public reaches a service behind a proxy, e.g. `PUBLIC_URL_CHANNEL_BOARD`',
  ],
};

const row = (...cells: string[]): string =>
  `| ${cells.map((c) => c.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
const head = [row('variable', 'default', 'meaning'), row('---', '---', '---')];

/** docs/settings.md: every variable of the environment, out of the schemas that read it. */
export async function settingsPage(definitions: readonly Definition[]): Promise<Generated> {
  const common = Object.keys(serviceSettings.shape);
  const [hub, monitor] = await Promise.all([
    schemaOf('hub', 'index.js', 'hubSettings'),
    schemaOf('monitor', 'settings.js', 'monitorSettings'),
  ]);
  const sections: [string, string[]][] = [
    [
      'Commands (`npm start`, `npm test`, `npm run try`)',
      Object.entries(ofCommands).map(([name, [fallback, words]]) => row(`\`${name}\``, fallback, words)),
    ],
    ['Every service', rows(serviceSettings, [])],
    ...(hub === null ? [] : [['Hub', rows(hub, common)] satisfies [string, string[]]]),
    ...(monitor === null ? [] : [['Monitor', rows(monitor, common)] satisfies [string, string[]]]),
    ['Every channel', rows(kitSettings, common)],
    ...definitions.map(({ channel }): [string, string[]] => [
      `Channel ${channel.id} ${channel.title}`,
      rows(channel.settings, common),
    ]),
  ];
  const text = [
    `<!-- ${notice} -->`,
    '# Settings',
    '',
    'Read from the environment, once, at start; a wrong one stops the service with its name. A channel runs against its twin until one of its own credentials is set.',
    ...sections
      .filter(([, lines]) => lines.length > 0)
      .flatMap(([title, lines]) => ['', `## ${title}`, '', ...head, ...lines]),
    '',
  ].join('\n');
  return { path: 'docs/settings.md', text };
}

function rows(schema: z.ZodType, leaveOut: readonly string[]): string[] {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, Entry>;
    required?: string[];
  };
  return Object.entries(json.properties ?? {})
    .filter(([name]) => !leaveOut.includes(name))
    .map(([name, entry]) =>
      row(
        `\`${name}\``,
        entry.default === undefined
          ? json.required?.includes(name) === true
            ? 'required'
            : 'unset'
          : `\`${String(entry.default)}\``,
        entry.description ?? '',
      ),
    );
}

async function schemaOf(service: string, module: string, name: string): Promise<z.ZodType | null> {
  const file = join(root, 'services', service, 'dist', module);
  if (!existsSync(file)) throw new Error(`services/${service} is not built or has no dist/${module}`);
  return ((await import(pathToFileURL(file).href)) as Record<string, z.ZodType>)[name] ?? null;
}
