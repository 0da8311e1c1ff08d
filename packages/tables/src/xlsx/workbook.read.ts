import { LossList } from '@towncrier/content';
import { Unreadable, type Workbook } from '../table.ts';
import { openArchive, type Archive } from './archive.ts';
import type { Ground } from './cell.ts';
import { readSharedStrings } from './rich-text.ts';
import { readSheetPart } from './sheet.read.ts';
import { SheetTable } from './sheet.table.ts';
import { readStyles } from './styles.ts';
import { flag, readXml } from './xml.ts';

interface Listed {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

const maxSheets = 100;

/** @throws Unreadable · Error for what is no workbook */
export function readXlsx(bytes: Uint8Array): Workbook {
  const archive = openArchive(bytes);
  const { listed, from1904 } = sheetsOf(archive);
  if (listed.length > maxSheets)
    throw new Unreadable(`工作表超过 ${maxSheets} 张；请只保留需要的工作表，另存后重新导入`);
  const ground: Ground = {
    strings: readSharedStrings(archive.get('xl/sharedstrings.xml')),
    styles: readStyles(archive.get('xl/styles.xml')),
    from1904,
  };
  const losses = new LossList();
  const sheets = listed.flatMap(({ name, part, hidden }) => {
    const bytes = archive.get(part);
    if (bytes === undefined) return [];
    const named = listed.length === 1 ? '' : `工作表“${name}”`;
    const read = new SheetTable(readSheetPart(bytes, ground), named).read();
    if (!hidden) return [{ name, ...read }];
    const words = read.table.flat().join(' ').trim();
    if (words !== '') losses.add('hidden-sheet', `工作表“${name}”`, words);
    return [];
  });
  return { sheets, losses: losses.all };
}

function sheetsOf(archive: Archive): { readonly listed: readonly Listed[]; readonly from1904: boolean } {
  const workbook = archive.get('xl/workbook.xml');
  if (workbook === undefined) throw new Error('no workbook');
  const parts = partsOf(archive.get('xl/_rels/workbook.xml.rels'));
  const listed: Listed[] = [];
  let from1904 = false;
  readXml(workbook, {
    open: (element, attributes) => {
      if (element === 'workbookPr') from1904 = flag(attributes, 'date1904');
      const { name = '', id = '', state = 'visible' } = attributes;
      const part = parts.get(id);
      // A chart that fills a sheet has no cells and no part among the worksheets.
      if (element === 'sheet' && part?.includes('/worksheets/') === true)
        listed.push({ name, part, hidden: state !== 'visible' });
    },
  });
  return { listed, from1904 };
}

/** Parts by the ids that the workbook knows them by. */
function partsOf(relations: Uint8Array | undefined): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  if (relations === undefined) return parts;
  readXml(relations, {
    open: (name, { Id = '', Target = '' }) => {
      if (name !== 'Relationship') return;
      const path = Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//u, '')}`;
      parts.set(Id, path.toLowerCase());
    },
  });
  return parts;
}
