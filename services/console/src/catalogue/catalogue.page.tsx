import { Tabs } from 'antd';
import { Page } from '../frame/page.tsx';
import { ClosedPanel } from './closed.panel.tsx';
import { ItemsPanel } from './items.panel.tsx';
import { SummaryPanel } from './summary.panel.tsx';
import { VersionsPanel } from './versions.panel.tsx';

export const CataloguePage = () => (
  <Page title="公开事项目录">
    <Tabs
      items={[
        { key: 'summary', label: '全市汇总', children: <SummaryPanel /> },
        { key: 'items', label: '现行事项', children: <ItemsPanel /> },
        { key: 'versions', label: '版本与导入', children: <VersionsPanel /> },
        { key: 'closed', label: '不予公开清单', children: <ClosedPanel /> },
      ]}
    />
  </Page>
);
