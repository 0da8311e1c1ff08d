import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { notice } from '../testing/hub.client.ts';
import { HubLab } from '../testing/hub.lab.ts';
import { searchWords } from './words/search.words.ts';
import { publications, type PublicationDoc } from './publication.document.ts';

const count = Number(process.env['BENCH_PUBLICATIONS'] ?? '100000');
const rounds = 40;

/** Words as a county uses them, so that some are in every notice and some in very few. */
const subjects = [
  '停水',
  '停电',
  '征地补偿',
  '招标',
  '城乡规划',
  '食品抽检',
  '行政处罚',
  '义务教育招生',
  '低保',
  '道路施工',
  '森林防火',
  '疫苗接种',
  '公开招聘',
  '预算',
  '决算',
  '环评',
];
const places = ['灵泉街道', '乐白道街道', '小龙潭镇', '中和营镇', '碑格乡', '大庄乡', '羊街乡'];
const states = [
  'draft',
  'submitted',
  'approved',
  'released',
  'released',
  'released',
  'released',
  'withdrawn',
] as const;
const columns = ['tzgg', 'gsgg', 'zcwj', 'gzdt', 'czyjs'];
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

it(`lists ${count} publications`, { timeout: 3_600_000 }, async () => {
  const lab = await HubLab.open();
  try {
    const editor = await lab.signedIn('editor');
    const { id } = await editor.act('', notice);
    const docs = await lab.store.collection(publications);
    const { version: _version, ...sample } = (await docs.get(id)) as PublicationDoc;
    for (let from = 0; from < count; from += 1000) {
      await Promise.all(
        Array.from({ length: Math.min(1000, count - from) }, (_, k) => {
          const n = from + k;
          const title = `关于${pick(places, n * 7 + (n >> 3))}${pick(subjects, n * 13 + (n >> 5))}的通知（第${n}号）`;
          return docs.insert({
            ...sample,
            _id: (32 ** 7 + n)
              .toString(32)
              .toUpperCase()
              .replaceAll('I', 'W')
              .replaceAll('L', 'X')
              .replaceAll('O', 'Y')
              .replaceAll('U', 'Z'),
            title,
            state: pick(states, n * 3 + (n >> 4)),
            organisation: `org-${(n * 31) % 90}`,
            column: pick(columns, n + (n >> 6)),
            item: n % 3 === 0 ? `ZDXM-${10 + (n % 80)}` : null,
            dueOn: n % 8 === 0 ? `2026-${String(1 + (n % 12)).padStart(2, '0')}-15` : null,
            words: searchWords(
              `${title} 现将有关事项通知如下，请相关单位和群众知悉。咨询电话 0873-${7_120_000 + n}`,
            ).join(' '),
            updatedAt: new Date(Date.parse('2026-01-01T00:00:00Z') + n * 300_000).toISOString(),
            unaudited: [],
            unauditedAt: null,
          });
        }),
      );
    }
    const q = (words: string): string => `q=${encodeURIComponent(words)}`;
    const questions: readonly (readonly [string, string])[] = [
      ['all, latest first', ''],
      ['by state', 'state=submitted'],
      ['by organisation', 'organisation=org-17'],
      ['by column', 'column=gsgg'],
      ['by item', 'item=ZDXM-45'],
      ['by deadline', 'dueBefore=2026-06-30'],
      ['state, organisation and column', 'state=released&organisation=org-17&column=gsgg'],
      ['state and column, none there', 'state=expired&column=gsgg'],
      ['a word in every text', q('通知')],
      ['a word in some', q('停水')],
      ['a number in one', q('第77777号')],
      ['a word in every text, by organisation', `${q('群众')}&organisation=org-17`],
      ['two words, by state', `${q('停水 灵泉街道')}&state=released`],
      ['a word in every text, in a state nothing is in', `${q('通知')}&state=expired`],
    ];
    const rows: string[] = [];
    for (const [name, query] of questions) {
      const times: number[] = [];
      let items = 0;
      for (let n = 0; n < rounds; n += 1) {
        const began = performance.now();
        const answer = await editor.get<{ items: unknown[] }>(`/api/v1/publications?${query}`);
        times.push(performance.now() - began);
        items = answer.body.items.length;
      }
      times.sort((a, b) => a - b);
      const at = (p: number): string => (times[Math.ceil(p * rounds) - 1] as number).toFixed(1);
      rows.push(`| ${name} | ${items} | ${at(0.5)} | ${at(0.95)} |`);
    }
    const page = [
      '# Lists',
      '',
      'Made by `pnpm bench lists`: `GET /api/v1/publications` with 50 per page, signed in, over HTTP, on the embedded store.',
      '',
      `${new Date().toISOString().slice(0, 10)} · ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'} · Node ${process.version} · ${count} publications · ${rounds} calls each`,
      '',
      '| list | found (first page) | p50 ms | p95 ms |',
      '|---|---|---|---|',
      ...rows,
      '',
    ].join('\n');
    process.stdout.write(page);
    writeFileSync(fileURLToPath(new URL('../../../../docs/benchmarks/LISTS.md', import.meta.url)), page);
    expect(rows).toHaveLength(questions.length);
  } finally {
    await lab.close();
  }
});
