import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Input, Space, Table, Tag, Typography } from 'antd';
import { useState } from 'react';
import { answerOf, hub } from '../api/hub.client.ts';
import type { ItemOf } from '../api/hub.types.ts';
import { go } from '../app/route.ts';
import type { Screen } from '../app/screens.ts';
import { when } from '../app/words.ts';

type Relayed = ItemOf<'/api/v1/warnings'>;

const kinds = { Alert: '首发', Update: '更新', Cancel: '解除' } as const;

function WarningsPage() {
  const queries = useQueryClient();
  const [xml, setXml] = useState('');
  const list = useQuery({
    queryKey: ['warnings'],
    queryFn: () => answerOf(hub.GET('/api/v1/warnings')),
  });
  const relay = useMutation({
    mutationFn: () => answerOf(hub.POST('/api/v1/warnings', { body: { xml } })),
    onSuccess: (publication) => {
      void queries.invalidateQueries({ queryKey: ['warnings'] });
      go({ at: 'publication', id: publication.id });
    },
  });
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Typography.Title level={4} style={{ margin: 0 }}>
        预警转发
      </Typography.Title>
      <Card size="small" title="导入预警报文（CAP 1.2）">
        <Typography.Paragraph type="secondary">
          按发布单位原文转发，不作修改；实际预警导入后须由第二人确认才会发出，演练和测试报文不会发往公众渠道。
        </Typography.Paragraph>
        <Input.TextArea
          aria-label="报文"
          rows={8}
          value={xml}
          onChange={(event) => setXml(event.target.value)}
          placeholder="粘贴 CAP 1.2 XML"
          style={{ fontFamily: 'monospace' }}
        />
        {relay.error !== null && (
          <Alert type="error" showIcon title={relay.error.message} style={{ marginTop: 12 }} />
        )}
        <Button
          type="primary"
          danger
          style={{ marginTop: 12 }}
          disabled={xml.trim() === ''}
          loading={relay.isPending}
          onClick={() => relay.mutate()}
        >
          导入并申请应急发布
        </Button>
      </Card>
      {list.error !== null && <Alert type="error" showIcon title={list.error.message} />}
      <Table<Relayed>
        rowKey="identifier"
        size="small"
        loading={list.isPending}
        dataSource={list.data?.items ?? []}
        pagination={false}
        locale={{ emptyText: '还没有收到过预警' }}
        columns={[
          {
            title: '编号',
            dataIndex: 'identifier',
            render: (id: string) => (
              <a href={`/api/v1/warnings/${encodeURIComponent(id)}/cap`}>
                <Typography.Text code>{id}</Typography.Text>
              </a>
            ),
          },
          {
            title: '类型',
            dataIndex: 'msgType',
            render: (kind: Relayed['msgType'], row) => (
              <Space>
                <Tag>{kinds[kind]}</Tag>
                {row.status !== 'Actual' && <Tag color="purple">演练或测试</Tag>}
              </Space>
            ),
          },
          {
            title: '标题',
            dataIndex: 'headline',
            render: (headline: string, row) =>
              row.publication === null ? (
                headline
              ) : (
                <a href={`#/publication/${row.publication}`}>{headline}</a>
              ),
          },
          { title: '发送方', dataIndex: 'sender' },
          { title: '收到', dataIndex: 'receivedAt', render: when },
          { title: '经办', dataIndex: 'receivedBy' },
        ]}
      />
    </Space>
  );
}

export const screen: Screen = { key: 'warnings', label: '预警转发', group: '编审', Page: WarningsPage };
