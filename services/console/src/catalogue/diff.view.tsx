import { Typography } from 'antd';
import type { Diff } from './versions.ts';

const names = (items: Diff['added']): string =>
  items.length === 0 ? '无' : items.map((i) => `${i.id} ${i.name}`).join('；');

/** What one version has that the other has not, and what reads differently. */
export const DiffView = ({ diff: { added, removed, changed } }: { diff: Diff }) => (
  <>
    <Typography.Paragraph>新增：{names(added)}</Typography.Paragraph>
    <Typography.Paragraph>删除：{names(removed)}</Typography.Paragraph>
    {changed.map((item) => (
      <Typography.Paragraph key={item.id}>
        <b>
          {item.id} {item.name}
        </b>
        {item.changes.map((c) => (
          <div key={c.element}>
            {c.element}：<del>{c.was || '（空）'}</del> → <ins>{c.is || '（空）'}</ins>
          </div>
        ))}
      </Typography.Paragraph>
    ))}
    {changed.length === 0 && <Typography.Paragraph>修改：无</Typography.Paragraph>}
  </>
);
