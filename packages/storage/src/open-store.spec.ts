import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from './open-store.ts';

it('does not load mongoose for the embedded store', () => {
  const folder = mkdtempSync(join(tmpdir(), 'towncrier-store-'));
  const script = `
    import { registerHooks } from 'node:module';
    registerHooks({ resolve(name, context, next) { if (name === 'mongoose') console.log('mongoose was loaded'); return next(name, context); } });
    const { openStore } = await import(${JSON.stringify(join(import.meta.dirname, 'index.ts'))});
    const store = await openStore({ service: 'hub', dataDir: ${JSON.stringify(folder)} });
    console.log(store.kind);
    await store.close();`;

  const said = execFileSync(
    process.execPath,
    [
      '--experimental-transform-types',
      '--disable-warning=ExperimentalWarning',
      '--input-type=module',
      '--eval',
      script,
    ],
    { encoding: 'utf8' },
  );

  expect(said.trim()).toBe('sqlite');
  rmSync(folder, { recursive: true });
});

it.each(['mongodb://127.0.0.1:27017', 'mongodb://127.0.0.1:27017/?replicaSet=rs0', 'localhost/towncrier'])(
  'asks for the database in %s',
  async (mongodbUri) => {
    await expect(openStore({ service: 'hub', dataDir: 'unused', mongodbUri })).rejects.toThrow(
      /MONGODB_URI names no database/,
    );
  },
);
