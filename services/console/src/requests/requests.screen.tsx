import { Alert, Space, Typography } from 'antd';
import { useState } from 'react';
import type { Screen } from '../frame/screen.ts';
import { RequestDrawer } from './request.drawer.tsx';
import { RequestsTable } from './requests.table.tsx';
import { useRequests, type Request } from './requests.ts';

function RequestsPage() {
  const [open, setOpen] = useState<Request>();
  const list = useRequests();
  const current = list.data?.items.find((r) => r.id === open?.id) ?? open;
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Typography.Title level={4} style={{ margin: 0 }}>
        依申请公开
      </Typography.Title>
      {list.error !== null && <Alert type="error" showIcon title={list.error.message} />}
      <RequestsTable requests={list.data?.items ?? []} loading={list.isPending} onOpen={setOpen} />
      {current !== undefined && (
        <RequestDrawer
          key={current.id + current.version}
          request={current}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Space>
  );
}

export const screen: Screen = {
  key: 'requests',
  label: '依申请公开',
  group: '目录与期限',
  Page: RequestsPage,
};
