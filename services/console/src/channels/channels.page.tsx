import { Alert, Card, Descriptions, Space, Tag, Typography } from 'antd';
import { recalls } from '../app/words.ts';
import { useChannels } from './channels.ts';

export function ChannelsPage() {
  const channels = useChannels();
  if (channels.error !== null) return <Alert type="error" showIcon title={channels.error.message} />;
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Typography.Title level={4} style={{ margin: 0 }}>
        渠道
      </Typography.Title>
      {channels.data?.length === 0 && (
        <Alert type="warning" showIcon title="没有渠道在线。请检查各渠道服务是否已启动。" />
      )}
      <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(420px, 1fr))', gap: 16 }}>
        {channels.data?.map((c) => (
          <Card
            key={c.id}
            size="small"
            title={c.title}
            extra={
              <Space>
                <Tag color={c.ready ? 'green' : 'red'}>{c.ready ? '在线' : '离线'}</Tag>
                <Tag>{c.mode === 'twin' ? '仿真端' : '真实平台'}</Tag>
              </Space>
            }
          >
            <Descriptions
              column={1}
              size="small"
              items={[
                { key: 'targets', label: '终端', children: c.can.targets },
                {
                  key: 'recall',
                  label: '撤回',
                  children: `${recalls[c.can.recall]}。${c.can.consequences.withdraw}`,
                },
                { key: 'correct', label: '更正', children: c.can.consequences.correct },
                {
                  key: 'limits',
                  label: '限制',
                  children:
                    c.can.limits.length === 0
                      ? '无'
                      : c.can.limits.map((l) => (
                          <div key={l.field}>
                            {l.field} ≤ {l.max} {l.unit}
                            <Typography.Text type="secondary">（{l.source}）</Typography.Text>
                          </div>
                        )),
                },
                ...(c.quietHours === undefined
                  ? []
                  : [
                      {
                        key: 'quiet',
                        label: '免打扰',
                        children: `${c.quietHours.from}—${c.quietHours.to}，普通通知顺延，紧急和撤回不受限`,
                      },
                    ]),
                ...(c.can.quota === undefined
                  ? []
                  : [{ key: 'quota', label: '配额', children: c.can.quota }]),
                {
                  key: 'places',
                  label: '入口',
                  children:
                    c.places.length === 0 ? (
                      '—'
                    ) : (
                      <Space wrap>
                        {c.places.map((p) => (
                          <a key={p.url} href={p.url} target="_blank" rel="noreferrer">
                            {p.label}
                          </a>
                        ))}
                      </Space>
                    ),
                },
              ]}
            />
          </Card>
        ))}
      </div>
    </Space>
  );
}
