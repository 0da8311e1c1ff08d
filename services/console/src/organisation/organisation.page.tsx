import { Alert, Space, Typography } from 'antd';
import { useOpened } from '../frame/opened.tsx';
import { anyWords, useSaved } from '../frame/saved.ts';
import { SearchField } from '../frame/words.field.tsx';
import { OrganisationDrawer } from './organisation.drawer.tsx';
import { OrganisationTable } from './organisation.table.tsx';
import { branchesTo, useOrganisations } from './organisations.ts';

const kept = { q: anyWords };

export function OrganisationPage() {
  const { open, close } = useOpened();
  const list = useOrganisations();
  const { saved, narrow } = useSaved<{ readonly q: string }>(kept);
  const found = branchesTo(list.data?.tree ?? [], saved.q ?? '');
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
      <SearchField
        aria-label="名称或代码"
        placeholder="名称或代码"
        style={{ maxWidth: 320 }}
        saved={saved.q}
        onSay={(q) => narrow({ q })}
      />
      <OrganisationTable tree={found} isSearched={saved.q !== undefined} loading={list.isPending} />
      {open !== undefined && <OrganisationDrawer code={open} onClose={close} />}
    </Space>
  );
}
