import { Alert, Space, Typography } from 'antd';
import { useOpened } from '../frame/opened.tsx';
import { OrganisationDrawer } from './organisation.drawer.tsx';
import { OrganisationTable } from './organisation.table.tsx';
import { useOrganisations } from './organisations.ts';

export function OrganisationPage() {
  const { open, close } = useOpened();
  const list = useOrganisations();
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Typography.Title level={1} style={{ margin: 0 }}>
        机构与联络员
      </Typography.Title>
      {list.error !== null && <Alert type="error" showIcon title={list.error.message} />}
      {list.data !== undefined && list.data.vacant > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`${list.data.total} 个机构中，有 ${list.data.vacant} 个还没有联络员。`}
        />
      )}
      <OrganisationTable tree={list.data?.tree ?? []} loading={list.isPending} />
      {open !== undefined && <OrganisationDrawer code={open} onClose={close} />}
    </Space>
  );
}
