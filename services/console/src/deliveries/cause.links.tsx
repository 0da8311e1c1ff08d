import { Link } from '@tanstack/react-router';
import { Space } from 'antd';
import type { MatrixTotals } from '../api/hub.types.ts';
import type { Words } from '../frame/saved.ts';

/** So many are named; the others are in the list of the filter. */
const named = 5;

/** What stands in the way most often: a click narrows the matrix to it. */
export const CauseLinks = ({ of, now }: { of: MatrixTotals['causes']; now: string | undefined }) =>
  of.length === 0 || now !== undefined ? null : (
    <Space wrap>
      需人工的原因：
      {of.slice(0, named).map(({ key, words, count }) => (
        <Link key={key} to="." search={(said: Words) => narrowedTo(said, key)}>
          {words}（{count}）
        </Link>
      ))}
    </Space>
  );

const narrowedTo = ({ after: _after, open: _open, ...rest }: Words, cause: string): Words => ({
  ...rest,
  cause,
});
