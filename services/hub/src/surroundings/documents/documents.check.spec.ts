import { expect, it } from 'vitest';
import { content } from '../../publications/paths/publication.examples.ts';
import { documentFindings } from './documents.check.ts';

/** The register: number → whose it is; null for one of our form that nobody has. */
const numbers = {
  holder: async (number: string) =>
    new Map<string, string | null>([
      ['kysrmzf/2026-00001', '7K3QZP4M'],
      ['kysrmzf/2026-00009', null],
    ]).get(number),
};
const rules = async (header: Partial<typeof content.header>): Promise<readonly unknown[]> =>
  (await documentFindings('7K3QZP4M', { ...content, header: { ...content.header, ...header } }, numbers)).map(
    ({ rule, severity, field }) => [rule, severity, field],
  );

it('a head without numbers has nothing to find', async () => {
  expect(await rules({})).toEqual([]);
});

it('an index number is one’s own, or of another house', async () => {
  expect(await rules({ indexNumber: 'kysrmzf/2026-00001' })).toEqual([]);
  expect(await rules({ indexNumber: '015113/2026-1' })).toEqual([]);
});

it.each([
  ['that nobody was given', 'kysrmzf/2026-00009', '没有发放过'],
  ['of another publication', 'kysrmzf/2026-00001', '属于发布件 7K3QZP4M'],
])('an index number %s stops the edition', async (_what, indexNumber, words) => {
  const found = await documentFindings(
    '8M2WXT5N',
    { ...content, header: { ...content.header, indexNumber } },
    numbers,
  );
  expect(found).toMatchObject([{ rule: 'index-number', severity: 'block' }]);
  expect(found[0]?.message).toContain(words);
});

it('a document number in another form is worth a look', async () => {
  expect(await rules({ documentNumber: '开政办发[2026]8号' })).toEqual([
    ['document-number', 'advise', 'header.documentNumber'],
  ]);
});

it('nothing is published before it was written, but on the same day', async () => {
  expect(await rules({ writtenOn: '2026-11-24', publishedOn: '2026-11-23' })).toEqual([
    ['dates', 'block', 'header.publishedOn'],
  ]);
  expect(await rules({ writtenOn: '2026-11-23', publishedOn: '2026-11-23' })).toEqual([]);
});
