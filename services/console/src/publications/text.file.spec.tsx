import { describe, expect, it } from 'vitest';
import { formatOf, readTextFile } from './text.file.ts';

const file = (...bytes: readonly number[]): File => new File([new Uint8Array(bytes)], 'notice.txt');

describe('a text file', () => {
  it('may be UTF-8 or GB18030, as office programs write them', async () => {
    expect(await readTextFile(new File(['停水'], 'notice.txt'))).toBe('停水');
    expect(await readTextFile(file(0xd2, 0xf2, 0xcd, 0xa3, 0xcb, 0xae))).toBe('因停水');
  });

  it('is refused in words when it is empty, too large or no text', async () => {
    await expect(readTextFile(file())).rejects.toThrow('文件是空的');
    await expect(readTextFile(new File([new Uint8Array(1_000_001)], 'a.txt'))).rejects.toThrow(
      '请拆分后再导入',
    );
    await expect(readTextFile(file(0, 0, 0))).rejects.toThrow('请另存为 UTF-8 文本');
  });

  it('is read by what its name ends in', () => {
    expect(['a.md', 'a.HTM', 'a.html', 'a.txt'].map(formatOf)).toEqual(['markdown', 'html', 'html', 'text']);
  });
});
