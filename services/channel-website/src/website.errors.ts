import { FarEndBusy, OperatorNeeded, type ChannelError } from '@towncrier/channel-kit';

const unwritable = (code: string): ChannelError =>
  new OperatorNeeded(`网站目录不可写（${code}）。请检查 SITE_ROOT 的权限和挂载，然后在控制台重试。`);
const missing = (code: string): ChannelError =>
  new OperatorNeeded(`网站目录不存在或不是目录（${code}）。请检查 SITE_ROOT，然后在控制台重试。`);
const full = (code: string): ChannelError => new FarEndBusy(`网站磁盘已满（${code}），清理后自动继续。`);
const crowded = (code: string): ChannelError =>
  new FarEndBusy(`系统打开的文件过多（${code}），稍后自动重试。`);

/** What the file system answers before the rename, when nothing is visible yet (errno names of POSIX). */
export const fileErrors: Readonly<Record<string, (code: string) => ChannelError>> = {
  EACCES: unwritable,
  EPERM: unwritable,
  EROFS: unwritable,
  ENOENT: missing,
  ENOTDIR: missing,
  EISDIR: missing,
  ENOSPC: full,
  EDQUOT: full,
  EMFILE: crowded,
  ENFILE: crowded,
};

/**
 * @returns one of the declared errors where the code is known, else the error itself: its outcome is looked
 * up
 */
export function fileError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  return fileErrors[code]?.(code) ?? error;
}
