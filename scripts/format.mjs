import { join } from 'node:path';
import { root } from './lib/project.mjs';
import { run } from './lib/run.mjs';
import { ensureToolchain } from './lib/toolchain.mjs';
import { program } from './lib/trouble.mjs';

/** `npm run format [PATH…]`: lays out the code as .oxfmtrc.json says; without a path, all of it. */
await program(async () => {
  const { env } = await ensureToolchain({ build: false });
  const paths = process.argv.slice(2);
  const { code, output } = await run(
    join(root, 'node_modules', '.bin', 'oxfmt'),
    ['--no-error-on-unmatched-pattern', ...(paths.length > 0 ? paths : ['.'])],
    { cwd: root, env },
  );
  process.stdout.write(output);
  return code;
});
