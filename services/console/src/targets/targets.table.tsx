import { Table, Tag, Typography } from 'antd';
import { useAreas } from '../audience/audience.ts';
import { linkedRow } from '../frame/link.tsx';
import { OpenLink } from '../frame/opened.tsx';
import { useBodyNames } from '../organisation/organisations.ts';
import type { Register, Target } from './targets.ts';

interface Props {
  readonly register: Register | undefined;
  readonly targets: readonly Target[];
  readonly loading: boolean;
}

export function TargetsTable({ register, targets, loading }: Props) {
  const areas = useAreas();
  const bodyName = useBodyNames();
  const areaName = (code: string): string => areas.data?.items.find((a) => a.code === code)?.name ?? code;
  const venueName = (id: Target['venue']): string =>
    areas.data?.venues.find((v) => v.id === id)?.title ?? '—';
  return (
    <Table<Target>
      rowKey="id"
      size="small"
      loading={loading}
      dataSource={[...targets]}
      pagination={false}
      onRow={linkedRow}
      locale={{ emptyText: emptyWords(register) }}
      columns={[
        {
          title: '编号',
          render: (_, t) => (
            <OpenLink of={t.id}>
              <Typography.Text code>{t.id}</Typography.Text>
            </OpenLink>
          ),
        },
        { title: '名称', dataIndex: 'title' },
        { title: '类型', render: (_, t) => register?.kinds.find((k) => k.id === t.kind)?.title ?? t.kind },
        { title: '负责单位', render: (_, t) => bodyName(t.owner) },
        { title: '区划', render: (_, t) => areaName(t.area) },
        { title: '场所', render: (_, t) => venueName(t.venue) },
        { title: '分组', render: (_, t) => t.groups.join('、') },
        { title: '状态', render: (_, t) => <StateTag state={t.state} /> },
      ]}
    />
  );
}

const emptyWords = (register: Register | undefined): string =>
  register?.kinds.length === 0 ? '此渠道不分终端，发布即向所有人公开，无需登记' : '没有符合条件的终端';

function StateTag({ state }: { readonly state: Target['state'] }) {
  if (state.is === 'active') return <Tag color="green">启用</Tag>;
  if (state.is === 'paused') return <Tag color="gold">暂停：{state.reason}</Tag>;
  return <Tag>停用（{state.on}）</Tag>;
}
