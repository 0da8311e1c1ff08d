import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Trouble } from './trouble.mjs';

/** The folder this project lies in. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** @param {string} file @returns {any} */
export const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** The pinned Node, once the toolchain is there. */
export const nodeBinary = (at = root) => join(at, '.tools', 'node_modules', '.bin', 'node');

/** Environment in which the pinned tools come first and none of them reports home. */
export function toolEnvironment(at = root) {
  return {
    ...process.env,
    PATH: [
      join(at, '.tools', 'node_modules', '.bin'),
      join(at, 'node_modules', '.bin'),
      process.env.PATH ?? '',
    ].join(delimiter),
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
    NO_UPDATE_NOTIFIER: '1',
  };
}

/**
 * Every package of the workspace that is there.
 * @returns {{ name: string, folder: string, path: string, manifest: any }[]}
 */
export function workspacePackages(at = root) {
  const folders = [
    'contracts',
    ...['packages', 'services'].flatMap((parent) =>
      existsSync(join(at, parent)) ? readdirSync(join(at, parent)).map((name) => join(parent, name)) : [],
    ),
  ];
  return folders
    .filter((folder) => existsSync(join(at, folder, 'package.json')))
    .map((folder) => ({
      folder,
      path: join(at, folder),
      manifest: readJson(join(at, folder, 'package.json')),
    }))
    .map((found) => ({ ...found, name: found.manifest.name }));
}

/** Ports of one running system follow from its base. @param {NodeJS.ProcessEnv} env */
export function portBase(env = process.env) {
  const said = env.TOWNCRIER_PORT_BASE;
  if (said === undefined || said === '') return 8700;
  const base = Number(said);
  if (!Number.isInteger(base) || base < 1024 || base > 65000)
    throw new Trouble(
      `TOWNCRIER_PORT_BASE is "${said}"; set it to a whole number from 1024 to 65000, or unset it for 8700.`,
    );
  return base;
}
