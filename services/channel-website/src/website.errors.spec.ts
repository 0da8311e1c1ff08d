import { FarEndBusy, OperatorNeeded } from '@towncrier/channel-kit';
import { describe, expect, it } from 'vitest';
import { fileError, fileErrors } from './website.errors.ts';

const errno = (code: string): Error => Object.assign(new Error(`${code}: rename`), { code });

describe('what the file system answers before anything is visible', () => {
  it.each(['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR'])(
    'asks an operator about %s, who is told what to check',
    (code) => {
      const error = fileError(errno(code));
      expect(error).toBeInstanceOf(OperatorNeeded);
      expect((error as OperatorNeeded).words).toMatch(new RegExp(`（${code}）.*SITE_ROOT`));
    },
  );

  it.each(['ENOSPC', 'EDQUOT', 'EMFILE', 'ENFILE'])('waits while there is no room (%s)', (code) => {
    const error = fileError(errno(code));
    expect(error).toBeInstanceOf(FarEndBusy);
    expect((error as FarEndBusy).words).toContain(code);
  });

  it('leaves what it does not know as it is: its outcome is looked up', () => {
    const surprise = errno('EIO');
    expect(fileError(surprise)).toBe(surprise);
    expect(fileError('no error at all')).toBe('no error at all');
  });

  it('knows ten codes and no more', () => expect(Object.keys(fileErrors)).toHaveLength(10));
});
