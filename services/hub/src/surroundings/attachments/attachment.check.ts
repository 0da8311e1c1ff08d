import { cleanImage } from '@towncrier/media';
import { fileTypeFromBuffer } from 'file-type';
import { officeRuns, pdfRuns } from './active.content.ts';
import { ProblemError } from '../../http/problem.ts';

const office = 'application/vnd.openxmlformats-officedocument';
const documents: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  [`${office}.wordprocessingml.document`]: 'docx',
  [`${office}.spreadsheetml.sheet`]: 'xlsx',
  [`${office}.presentationml.presentation`]: 'pptx',
};
const images = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

export interface CheckedFile {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly extension: string;
}

/**
 * What a file is by its bytes, whatever it is called. Pictures are drawn anew; documents with programs in
 * them are refused.
 * @throws ProblemError 415 `file-type` · 422 `active-content`, `unreadable`
 */
export async function checkFile(name: string, bytes: Uint8Array): Promise<CheckedFile> {
  const sniffed = await fileTypeFromBuffer(bytes);
  if (sniffed !== undefined && images.includes(sniffed.mime)) {
    const clean = await cleanImage(bytes).catch((cause: unknown) => {
      throw new ProblemError(422, 'unreadable', `图片“${name}”已损坏，无法打开；请换一份`, { cause });
    });
    return { ...clean, extension: clean.type === 'image/png' ? 'png' : 'jpg' };
  }
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (sniffed?.mime === 'application/zip' && raw.includes('OFD.xml'))
    return { bytes, type: 'application/ofd', extension: 'ofd' };
  const extension = documents[sniffed?.mime ?? ''];
  if (sniffed === undefined || extension === undefined) {
    throw new ProblemError(
      415,
      'file-type',
      `附件“${name}”${sniffed === undefined ? '的类型无法识别' : `实际是 .${sniffed.ext} 文件`}；只接受 PDF、OFD、docx、xlsx、pptx 和 PNG、JPEG、GIF、WebP 图片，旧版 Office 文件请另存为新格式`,
    );
  }
  if (extension === 'pdf' ? pdfRuns(raw) : officeRuns(bytes)) {
    throw new ProblemError(
      422,
      'active-content',
      extension === 'pdf'
        ? `附件“${name}”带有脚本、嵌入文件或加密，不能发布；请重新“打印成 PDF”后再上传`
        : `附件“${name}”带有宏、嵌入对象或外部模板，不能发布；请另存为不带这些内容的文件，或打印成 PDF`,
    );
  }
  return { bytes, type: sniffed.mime, extension };
}
