import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'vitest';
import { articles } from '../src/manifest.ts';
import { Site, notice } from './site.ts';
it('bench', async () => {
  for (const N of [0, 100_000]) {
    const site = await Site.open();
    const c = await site.store.collection(articles);
    mkdirSync(join(site.root, 'n'), { recursive: true });
    for (let i = 0; i < N; i += 1000) {
      await Promise.all(Array.from({ length: 1000 }, (_, k) => { const n = i + k + 1; return c.insert({ _id: String(n).padStart(8, '0'), number: n, releasedAt: '2026-11-23T02:00:00.000Z', shown: { edition: 1, title: `第${n}号通知`, lane: 'normal', state: 'published', hash: 'x' }, next: null, open: false, urgent: false }); }));
      for (let k = 0; k < 1000; k += 1) writeFileSync(join(site.root, 'n', `${String(i + k + 1).padStart(8, '0')}.html`), 'x'.repeat(2000));
    }
    let t = performance.now();
    const adapter = await site.process();
    console.log(N, 'rebuild of all lists', Math.round(performance.now() - t), 'ms');
    t = performance.now(); await site.process(); console.log('plain start', Math.round(performance.now() - t), 'ms');
    const times: number[] = []; const cpu = process.cpuUsage();
    for (let i = 0; i < 300; i += 1) { t = performance.now(); await site.publish(adapter, notice(N + 1 + i)); times.push(performance.now() - t); }
    const used = process.cpuUsage(cpu); times.sort((a, b) => a - b);
    console.log('publish p50', times[150]!.toFixed(1), 'p95', times[285]!.toFixed(1), 'cpu each', ((used.user + used.system) / 300_000).toFixed(1), 'ms');
    await site.close();
  }
}, 400_000);
