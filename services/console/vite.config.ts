import { defineConfig } from 'vite';

export default defineConfig({
  resolve: { conditions: ['@towncrier/source', 'module', 'browser', 'import', 'default'] },
  // Chromium 109 is the last one on the older county machines.
  build: { target: 'chrome109', outDir: 'dist', chunkSizeWarningLimit: 1500 },
});
