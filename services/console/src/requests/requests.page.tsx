import { Alert, Space, Typography } from 'antd';
import { useOpened } from '../frame/opened.tsx';
import { RequestDrawer } from './request.drawer.tsx';
import { RequestsTable } from './requests.table.tsx';
import { useRequests } from './requests.ts';

export function RequestsPage() {
  const { open, close } = useOpened();
  const list = useRequests();
  const current = list.data?.items.find((r) => r.id === open);
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Typography.Title level={1} style={{ margin: 0 }}>
        依申请公开
      </Typography.Title>
      {list.error !== null && <Alert type="error" showIcon title={list.error.message} />}
      <RequestsTable requests={list.data?.items ?? []} loading={list.isPending} />
      {current !== undefined && (
        <RequestDrawer key={current.id + current.version} request={current} onClose={close} />
      )}
    </Space>
  );
}
