import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import shipped from './areas.json' with { type: 'json' };
import { areaFile, AreaTable } from './area.table.ts';

/**
 * The county's own table at `<data>/areas.json`, or else the one that is shipped, which is a placeholder.
 * @throws naming the file that cannot be read
 */
export async function openAreas(dataDir: string): Promise<AreaTable> {
  const file = join(dataDir, 'areas.json');
  const text = await textOf(file);
  if (text === null) return new AreaTable(areaFile.parse(shipped).areas);
  try {
    return new AreaTable(areaFile.parse(JSON.parse(text)).areas);
  } catch (cause) {
    throw new Error(
      `${file} is no table of divisions: {"note": "…", "areas": [{"code": "532502000000", "name": "…"}]}`,
      { cause },
    );
  }
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
