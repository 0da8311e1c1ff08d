import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { Page } from '../frame/page.tsx';
import { oneOf, useSaved } from '../frame/saved.ts';
import { ClosedPanel } from './closed.panel.tsx';
import { ItemsPanel } from './items.panel.tsx';
import { SummaryPanel } from './summary.panel.tsx';
import { VersionsPanel } from './versions.panel.tsx';

const tabs = ['summary', 'items', 'versions', 'closed'] as const;
type Tab = (typeof tabs)[number];
const kept = { tab: oneOf(tabs) };
const drawn: Readonly<Record<Tab, { readonly label: string; readonly children: ReactNode }>> = {
  summary: { label: '全市汇总', children: <SummaryPanel /> },
  items: { label: '现行事项', children: <ItemsPanel /> },
  versions: { label: '版本与导入', children: <VersionsPanel /> },
  closed: { label: '不予公开清单', children: <ClosedPanel /> },
};

export function CataloguePage() {
  const { saved, narrow } = useSaved<{ readonly tab: Tab }>(kept);
  return (
    <Page title="公开事项目录">
      <Tabs
        activeKey={saved.tab ?? 'summary'}
        onChange={(tab) => narrow({ tab: tab as Tab })}
        items={tabs.map((key) => ({ key, ...drawn[key] }))}
      />
    </Page>
  );
}
