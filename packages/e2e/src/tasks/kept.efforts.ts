import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Taken, Task } from './task.ts';

const folder = new URL('../../../../docs/benchmarks/', import.meta.url);
const data = fileURLToPath(new URL('clicks.json', folder));
const page = fileURLToPath(new URL('CLICKS.md', folder));

/** By the key of the task: what it took when the table was made, and may never take more of. */
export type Efforts = Readonly<Record<string, Taken>>;
export const keptEfforts = (): Efforts => JSON.parse(readFileSync(data, 'utf8')) as Efforts;

const head = `# What the console asks of people

Made by \`npm run clicks\` in a town of its own with Chromium. A test takes every task again and fails when one needs
more clicks, command keys or fields than here; seconds are those of a machine that types at once, and are not judged.
A choice in the dialog of the system (which file) is no click; of what is typed only the field counts.

| task | clicks | keys | fields | seconds |
|---|---|---|---|---|
`;

/** Writes the table, and what the test holds. */
export function keepEfforts(tasks: readonly Task[], efforts: Efforts): void {
  const rows = tasks.flatMap(({ key, words }) => {
    const took = efforts[key];
    if (took === undefined) return [];
    return [`| ${words} | ${took.clicks} | ${took.keys} | ${took.fields} | ${took.seconds.toFixed(1)} |`];
  });
  writeFileSync(page, `${head}${rows.join('\n')}\n`);
  writeFileSync(data, `${JSON.stringify(efforts, null, 2)}\n`);
}
