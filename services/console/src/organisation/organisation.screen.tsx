import { Alert, Space, Typography } from 'antd';
import { useState } from 'react';
import type { Screen } from '../frame/screen.ts';
import { OrganisationDrawer } from './organisation.drawer.tsx';
import { OrganisationTable } from './organisation.table.tsx';
import { useOrganisations } from './organisations.ts';

function OrganisationPage() {
  const [open, setOpen] = useState<string>();
  const list = useOrganisations();
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Typography.Title level={4} style={{ margin: 0 }}>
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
      <OrganisationTable tree={list.data?.tree ?? []} loading={list.isPending} onOpen={setOpen} />
      {open !== undefined && <OrganisationDrawer code={open} onClose={() => setOpen(undefined)} />}
    </Space>
  );
}

export const screen: Screen = {
  key: 'organisations',
  label: '机构与联络员',
  group: '管理',
  Page: OrganisationPage,
};
