import { useQuery } from '@tanstack/react-query';
import { Alert, Empty, Space, Spin, Table, Tag } from 'antd';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Finding } from '../api/hub.types.ts';
import { PageLink } from '../frame/link.tsx';

/** What stops the edition, and what is worth a look. */
export function FindingsPanel({ id, version, mayEdit }: { id: string; version: number; mayEdit: boolean }) {
  const found = useQuery({
    queryKey: ['findings', id, version],
    queryFn: async () =>
      (await answerOf(hub.GET('/api/v1/publications/{id}/findings', { params: { path: { id } } }))).findings,
  });
  if (found.error !== null) return <Alert type="error" showIcon title={found.error.message} />;
  if (found.data === undefined) return <Spin />;
  if (found.data.length === 0) return <Empty description="没有发现问题" />;
  return (
    <Space orientation="vertical" style={{ width: '100%' }}>
      {mayEdit && <PageLink to={{ at: 'edit', id }}>去正文里逐处修改（F8）</PageLink>}
      <Findings found={found.data} />
    </Space>
  );
}

const Findings = ({ found }: { found: readonly Finding[] }) => (
  <Table<Finding & { key: number }>
    size="small"
    pagination={false}
    dataSource={found.map((f, key) => ({ ...f, key }))}
    columns={[
      {
        title: '程度',
        width: 80,
        render: (_, f) =>
          f.severity === 'block' ? <Tag color="red">必须改</Tag> : <Tag color="gold">建议</Tag>,
      },
      { title: '位置', width: 150, dataIndex: 'field' },
      { title: '原文', dataIndex: 'excerpt' },
      {
        title: '问题',
        render: (_, { message, publication }) => (
          <>
            {message}
            {publication !== undefined && (
              <PageLink to={{ at: 'publication', id: publication }}>查看 {publication}</PageLink>
            )}
          </>
        ),
      },
      { title: '办法', dataIndex: 'remedy' },
      { title: '依据', dataIndex: 'source' },
    ]}
  />
);
