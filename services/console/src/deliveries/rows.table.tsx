import { App, Button, Table, Tag, type TableColumnsType } from 'antd';
import { useState } from 'react';
import type { Channel, Row } from '../api/hub.types.ts';
import { rowColours } from '../frame/colours.ts';
import { titleOf } from '../channels/channels.ts';
import { useRetry } from './deliveries.ts';
import { ClockCell } from './clock.cell.tsx';
import { Proof } from './proof.tsx';
import { DeliveryDrawer } from './timeline.drawer.tsx';
import { Word } from '../session/words.tsx';

interface Props {
  readonly rows: readonly Row[];
  readonly channels: readonly Channel[] | undefined;
  readonly mayRetry: boolean;
  readonly loading?: boolean;
}

export function RowsTable({ rows, channels, mayRetry, loading = false }: Props) {
  const [open, setOpen] = useState<string>();
  const { message } = App.useApp();
  const retry = useRetry();
  const again = (row: Row): void =>
    retry.mutate(row, {
      onSuccess: () => void message.success('已请渠道重新办理；结果不明的会先核实'),
      onError: (error) => void message.error(error.message),
    });
  return (
    <>
      <Table<Row>
        rowKey="delivery"
        size="small"
        loading={loading}
        pagination={false}
        dataSource={rows}
        columns={[
          { title: '渠道', dataIndex: 'channel', width: 130, render: (id: string) => titleOf(channels, id) },
          ...facts,
          {
            title: '办理',
            width: 130,
            render: (_, r) => (
              <>
                <SmallLink onClick={() => setOpen(r.delivery)}>经过</SmallLink>
                {mayRetry && r.retryable && <SmallLink onClick={() => again(r)}>重试</SmallLink>}
              </>
            ),
          },
        ]}
      />
      <DeliveryDrawer delivery={open} onClose={() => setOpen(undefined)} />
    </>
  );
}

const SmallLink = (props: { readonly onClick: () => void; readonly children: string }) => (
  <Button type="link" size="small" {...props} />
);

const facts: TableColumnsType<Row> = [
  {
    title: '操作',
    width: 110,
    render: (_, r) => (
      <>
        <Word on="deliveries" field="operation" of={r.operation} /> 第{r.edition}版
      </>
    ),
  },
  {
    title: '状态',
    dataIndex: 'state',
    width: 150,
    render: (s: Row['state'], r) => (
      <>
        <Tag color={rowColours[s]}>
          <Word on="deliveries" field="state" of={s} />
        </Tag>
        {r.asks === true ? <Tag color="red">需人工</Tag> : null}
      </>
    ),
  },
  { title: '说明', dataIndex: 'words' },
  { title: '次数', dataIndex: 'attempts', width: 60 },
  { title: '用时', width: 120, render: (_, r) => <ClockCell row={r} /> },
  { title: '证据', width: 170, render: (_, r) => <Proof row={r} /> },
];
