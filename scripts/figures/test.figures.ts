import type { SourceFile } from '../lib/source-files.ts';
import type { Figure } from './figure.ts';
import { isCode, isSource, isTest } from './kinds.ts';

/** Folders that are held to a share of their own: they had none or nearly none. */
const platforms = ['services/channel-sms/', 'services/channel-wechat/', 'services/channel-weibo/'];

/** Lines of tests per source line, and the far-end answers that are kept as recorded. */
export function testFigures(files: readonly SourceFile[]): readonly Figure[] {
  return [
    { ...share(files, 'of the house', '', 0.5), goal: 0.7 },
    ...['services/console/', ...platforms].map((folder) => share(files, `of ${folder}`, folder, 0.5)),
    ...platforms.map((folder) => recorded(files, folder)),
  ];
}

function share(files: readonly SourceFile[], name: string, folder: string, least: number): Figure {
  const within = files.filter((file) => isCode(file) && file.path.startsWith(folder));
  const lines = (some: readonly SourceFile[]): number => some.reduce((sum, file) => sum + file.lines, 0);
  const value = lines(within.filter(isTest)) / Math.max(1, lines(within.filter(isSource)));
  return { name: `lines of tests per source line ${name}`, value, bound: { least }, unit: '', worst: [] };
}

function recorded(files: readonly SourceFile[], folder: string): Figure {
  const answers = files.filter(({ path }) => path.startsWith(`${folder}test/fixtures/`)).length;
  return { name: `recorded answers of ${folder}`, value: answers, bound: { least: 12 }, unit: '', worst: [] };
}
