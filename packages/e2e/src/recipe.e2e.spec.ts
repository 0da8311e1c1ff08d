import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const tree = fileURLToPath(new URL('../../..', import.meta.url));
const notCopied = new Set(['node_modules', 'dist', 'coverage', '.git', '.tools', '.cache', '.data']);
/** The whole check of a whole tree, on a machine that may be busy (ms). */
const manyMinutes = 1_800_000;

/** docs/recipes/add-a-channel.md, step 1, word for word, in a copy of this tree. */
describe('the recipe for a new channel', () => {
  let copy: string;
  beforeAll(async () => {
    copy = await mkdtemp(join(tmpdir(), 'towncrier-recipe-'));
    await cp(tree, copy, {
      recursive: true,
      filter: (path) => !notCopied.has(basename(path)) && !path.endsWith('.tsbuildinfo'),
    });
    await symlink(join(tree, '.tools'), join(copy, '.tools'));
    await cp(join(tree, '.cache', 'bin'), join(copy, '.cache', 'bin'), { recursive: true }).catch(
      () => undefined,
    );
  }, manyMinutes);
  afterAll(async () => {
    await rm(copy, { recursive: true, force: true });
  });

  /** @returns what it wrote, when it ended well */
  const ran = (command: string, ...args: string[]): string => {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: copy,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    expect(status, `${stdout}\n${stderr}`.slice(-6000)).toBe(0);
    return stdout;
  };

  it(
    'writes a channel that passes the suite, and the whole check stays green',
    () => {
      const pnpm = join(copy, '.tools', 'node_modules', '.bin', 'pnpm');
      const written = ran(pnpm, 'new:channel', 'radio', '--title', '广播');
      expect(written).toContain('Written: services/channel-radio');
      expect(written).toMatch(/Tests .*passed/);
      expect(written).not.toContain('failed');
      expect(written, 'no other suite runs').not.toMatch(/services\/(?!channel-radio)/);
      expect(ran('npm', 'run', 'check')).toMatch(/\d+ passed, 0 failed/);
    },
    manyMinutes,
  );
});
