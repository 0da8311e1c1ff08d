import { Table, Tag } from 'antd';
import { rowColours } from '../frame/colours.ts';
import { PageLink } from '../frame/link.tsx';
import { when } from '../frame/time.ts';
import { Wide } from '../frame/wide.tsx';
import type { Now } from './now.ts';

type Moved = Now['moved'][number];

interface Props {
  readonly moved: readonly Moved[];
  readonly titleOf: (channel: string) => string;
}

/** What moved on in the last quarter of an hour. */
export const MovedTable = ({ moved, titleOf }: Props) => (
  <Wide label="15 分钟内的变化">
    <Table<Moved>
      rowKey="delivery"
      size="small"
      dataSource={[...moved]}
      pagination={false}
      locale={{ emptyText: '15 分钟内没有变化' }}
      columns={[
        { title: '时间', render: (_, m) => when(m.at) },
        { title: '渠道', render: (_, m) => titleOf(m.channel) },
        {
          title: '标题',
          render: (_, m) => (
            <PageLink to={{ at: 'publication', id: m.publication }}>
              {m.title === '' ? m.publication : m.title}（第{m.edition}版）
            </PageLink>
          ),
        },
        { title: '现在', render: (_, m) => <Tag color={rowColours[m.state]}>{m.words}</Tag> },
      ]}
    />
  </Wide>
);
