import { useQuery } from '@tanstack/react-query';
import { Alert, Space, Typography } from 'antd';
import { answerOf, hub } from '../api/hub.client.ts';
import { useLive } from '../live/live.ts';
import { stepOn, useSession } from '../session/session.ts';
import { RelayCard } from './relay.card.tsx';
import { WarningForm } from './warning.form.tsx';
import { WarningsTable } from './warnings.table.tsx';

export function WarningsPage() {
  const session = useSession();
  const list = useQuery({
    queryKey: ['warnings'],
    ...useLive('warnings'),
    queryFn: () => answerOf(hub.GET('/api/v1/warnings')),
  });
  const write = stepOn(session.data, 'warnings', 'own');
  const relay = stepOn(session.data, 'warnings', 'relay');
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Typography.Title level={1} style={{ margin: 0 }}>
        预警
      </Typography.Title>
      {write !== undefined && <WarningForm step={write} />}
      {relay !== undefined && <RelayCard step={relay} />}
      {list.error !== null && <Alert type="error" showIcon title={list.error.message} />}
      <WarningsTable items={list.data?.items ?? []} loading={list.isPending} />
    </Space>
  );
}
