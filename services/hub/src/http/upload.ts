import { ProblemError } from './problem.ts';
import type { FastifyRequest } from 'fastify';

export interface Uploaded {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The one file of a `multipart/form-data` request.
 * @param limit bytes.
 * @throws ProblemError 400 `no-file` · 413 `file-too-large`
 */
export async function uploadOf(request: FastifyRequest, limit: number): Promise<Uploaded> {
  if (!request.isMultipart())
    throw new ProblemError(400, 'no-file', '请用 multipart/form-data 上传一个文件（字段 file）');
  const part = await request.file({ limits: { fileSize: limit, files: 1 } });
  if (part === undefined) throw new ProblemError(400, 'no-file', '没有收到文件；请选择文件后再上传');
  try {
    return { name: part.filename, bytes: await part.toBuffer() };
  } catch (cause) {
    if (!part.file.truncated) throw cause;
    throw new ProblemError(
      413,
      'file-too-large',
      `“${part.filename}”超过 ${Math.floor(limit / 1024 / 1024)} MiB 的上限；请压缩或拆分后再上传`,
      { cause },
    );
  }
}
