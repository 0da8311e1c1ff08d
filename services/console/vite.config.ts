import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

/** Lays beside each file what is sent of it: compressed once, not at each request. */
const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  closeBundle() {
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
    for (const entry of readdirSync('dist', { recursive: true, withFileTypes: true })) {
      if (!/\.(?:js|css|html|svg)$/.test(entry.name)) continue;
      const file = join(entry.parentPath, entry.name);
      const bytes = readFileSync(file);
      writeFileSync(`${file}.br`, brotliCompressSync(bytes, quality));
      writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
    }
  },
});

export default defineConfig({
  resolve: { conditions: ['@towncrier/source', 'module', 'browser', 'import', 'default'] },
  plugins: [compressed()],
  // Chromium 109 is the last one on the older county machines.
  build: { target: 'chrome109', outDir: 'dist', chunkSizeWarningLimit: 1500 },
});
