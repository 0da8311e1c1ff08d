import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stringify } from 'yaml';
import { root } from '../lib/project.mjs';
import { notice, type Generated } from './notice.ts';

const built = join(root, 'services', 'hub', 'dist', 'index.js');

/** The hub's own document, out of the built hub: its sources carry decorators, which Node cannot strip. */
export async function hubDocument(): Promise<object> {
  if (!existsSync(built)) throw new Error('services/hub is not built or does not export openApiDocument');
  const { openApiDocument } = (await import(pathToFileURL(built).href)) as { openApiDocument: () => object };
  return openApiDocument();
}

export async function openapi(): Promise<Generated[]> {
  return [
    {
      path: 'contracts/openapi.yaml',
      text: `# ${notice}\n${stringify(await hubDocument(), { lineWidth: 160, aliasDuplicateObjects: false })}`,
    },
  ];
}
