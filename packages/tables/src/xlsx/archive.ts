import { unzipSync } from 'fflate';
import { Unreadable } from '../table.ts';

/** Bytes of all parts that are read, unpacked. A full register of a county takes less than a tenth. */
const maxUnpacked = 32 * 1024 * 1024;
const parts = /^xl\/(?:workbook\.xml|styles\.xml|sharedStrings\.xml|worksheets\/|_rels\/)|^_rels\//iu;

/** The parts of an XLSX file by their names in lower case: other programs spell them as they like. */
export type Archive = ReadonlyMap<string, Uint8Array>;

/** @throws Unreadable where the file unpacks to more than any table of ours */
export function openArchive(bytes: Uint8Array): Archive {
  let total = 0;
  const unpacked = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!parts.test(name.replaceAll('\\', '/'))) return false;
      total += originalSize;
      if (total > maxUnpacked)
        throw new Unreadable('表格解压后过大，没有导入；请只保留需要的工作表，另存后重新导入');
      return true;
    },
  });
  return new Map(
    Object.entries(unpacked).map(([name, part]) => [name.replaceAll('\\', '/').toLowerCase(), part]),
  );
}
