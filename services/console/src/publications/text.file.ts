/** UTF-8 or GB18030, as office programs write them. @throws with words for the editor */
export async function readTextFile(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  if (bytes.byteLength === 0) throw new Error('文件是空的');
  if (bytes.byteLength > 1_000_000) throw new Error('文件超过 1 MB，请拆分后再导入');
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\u0000')) return text;
    } catch {
      // not this encoding; the next one is tried
    }
  }
  throw new Error('无法识别文件编码，请另存为 UTF-8 文本');
}

export const formatOf = (name: string): 'text' | 'markdown' | 'html' =>
  /\.(md|markdown)$/i.test(name) ? 'markdown' : /\.html?$/i.test(name) ? 'html' : 'text';
