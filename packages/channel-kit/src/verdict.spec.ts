import { expect, it } from 'vitest';
import { OutcomeUnknown } from './errors.ts';
import { judge } from './verdict.ts';

it('knows of an unknown outcome only where something could have come out', () => {
  const error = new OutcomeUnknown('上传超时');
  expect(judge(error, true)).toMatchObject({ kind: 'unknown' });
  expect(judge(error, false)).toMatchObject({ kind: 'busy' });
});
