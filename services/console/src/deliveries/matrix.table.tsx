import { Empty, Table, Tag, Typography, type TableColumnsType } from 'antd';
import type { Channel, MatrixCell, MatrixRow } from '../api/hub.types.ts';
import { PageLink } from '../frame/link.tsx';
import { when } from '../frame/time.ts';
import { useBodyNames } from '../organisation/organisations.ts';
import { CellLink } from './cell.link.tsx';

interface Props {
  readonly rows: readonly MatrixRow[];
  readonly channels: readonly Channel[] | undefined;
  readonly loading: boolean;
  readonly none: string;
}

/** Editions down, channels across. */
export function MatrixTable({ rows, channels, loading, none }: Props) {
  const bodyName = useBodyNames();
  return (
    <Table<MatrixRow>
      rowKey={({ publication, edition }) => `${publication}:${edition}`}
      size="small"
      loading={loading}
      dataSource={rows}
      pagination={false}
      locale={{ emptyText: <Empty description={none} /> }}
      columns={[
        { title: '发布件', width: 320, render: (_, row) => <Edition of={row} bodyName={bodyName} /> },
        ...columnsOf(rows, channels),
      ]}
    />
  );
}

const Edition = ({ of, bodyName }: { of: MatrixRow; bodyName: (code: string) => string }) => (
  <>
    {of.lane === 'urgent' && <Tag color="red">紧急</Tag>}
    <PageLink to={{ at: 'publication', id: of.publication }}>{of.title}</PageLink>
    <Typography.Text type="secondary" style={{ display: 'block', fontSize: 'var(--ant-font-size-sm)' }}>
      {[
        `第${of.edition}版`,
        when(of.releasedAt),
        ...(of.owner === null ? [] : [bodyName(of.owner)]),
        ...(of.number === null ? [] : [of.number]),
      ].join(' · ')}
    </Typography.Text>
  </>
);

/** The channels there are in their order; behind them those that only stand in the rows. */
function columnsOf(
  rows: readonly MatrixRow[],
  channels: readonly Channel[] | undefined,
): TableColumnsType<MatrixRow> {
  const known = (channels ?? []).map(({ id, title }) => ({ id, title }));
  const used = new Set(rows.flatMap(({ cells }) => cells.map(({ channel }) => channel)));
  const former = [...used].filter((id) => known.every((channel) => channel.id !== id)).sort();
  return [...known, ...former.map((id) => ({ id, title: id }))].map(({ id, title }) => ({
    title,
    key: id,
    width: 130,
    render: (_, row) => <Cell of={row.cells.find(({ channel }) => channel === id)} channel={title} />,
  }));
}

const Cell = ({ of, channel }: { of: MatrixCell | undefined; channel: string }) =>
  of === undefined ? (
    <Typography.Text type="secondary">—</Typography.Text>
  ) : (
    <CellLink of={of} channel={channel} />
  );
