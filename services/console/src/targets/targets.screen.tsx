import { Button, Input, Select, Space, TreeSelect } from 'antd';
import { useState } from 'react';
import { Page, PageButtons, usePages } from '../frame/page.tsx';
import type { Screen } from '../frame/screen.ts';
import { useAreas } from '../audience/audience.ts';
import { useChannels } from '../channels/channels.ts';
import { stepIn } from '../steps/steps.ts';
import { ImportPanel } from './import.panel.tsx';
import { TargetDrawer } from './target.drawer.tsx';
import { TargetsTable } from './targets.table.tsx';
import { useRegister, useTargets, type Register, type TargetFilters } from './targets.ts';

const states = [
  { value: 'active', label: '启用' },
  { value: 'paused', label: '暂停' },
  { value: 'retired', label: '停用' },
];

function TargetsPage() {
  const channels = useChannels();
  const [picked, setPicked] = useState<string>();
  const [filters, setFilters] = useState<TargetFilters>({});
  const [open, setOpen] = useState<{ readonly id: string | undefined }>();
  const pages = usePages();
  const channel = picked ?? channels.data?.[0]?.id;
  const register = useRegister(channel);
  const list = useTargets(channel, filters, pages.after);
  const narrow = (part: TargetFilters): void => {
    setFilters(withoutEmpty({ ...filters, ...part }));
    pages.restart();
  };
  return (
    <Page title="终端" beside={`共 ${list.data?.total ?? 0} 个`} errors={[channels.error, register.error]}>
      <Space wrap>
        <Select
          style={{ width: 180 }}
          aria-label="渠道"
          value={channel ?? null}
          onChange={(id) => {
            setPicked(id);
            pages.restart();
          }}
          options={(channels.data ?? []).map((c) => ({ value: c.id, label: c.title }))}
        />
        <Filters onChange={narrow} />
        {register.data !== undefined && (
          <Doing register={register.data} onNew={() => setOpen({ id: undefined })} />
        )}
      </Space>
      <TargetsTable
        register={register.data}
        targets={list.data?.items ?? []}
        loading={list.isFetching}
        onOpen={(id) => setOpen({ id })}
      />
      <PageButtons pages={pages} next={list.data?.next ?? undefined} />
      {open !== undefined && register.data !== undefined && (
        <TargetDrawer register={register.data} id={open.id} onClose={() => setOpen(undefined)} />
      )}
    </Page>
  );
}

const withoutEmpty = (filters: TargetFilters): TargetFilters =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined && value !== ''));

function Filters({ onChange }: { readonly onChange: (part: TargetFilters) => void }) {
  const areas = useAreas();
  return (
    <Space wrap>
      <TreeSelect
        allowClear
        showSearch
        treeDataSimpleMode
        treeNodeFilterProp="title"
        placeholder="区划"
        style={{ width: 200 }}
        onChange={(area?: string) => onChange({ area } as TargetFilters)}
        treeData={(areas.data?.items ?? []).map((a) => ({
          id: a.code,
          pId: a.within ?? 0,
          value: a.code,
          title: a.name,
        }))}
      />
      <Select
        allowClear
        placeholder="状态"
        style={{ width: 120 }}
        onChange={(state?: string) => onChange({ state } as TargetFilters)}
        options={states}
      />
      <Input.Search
        allowClear
        placeholder="编号或名称"
        style={{ width: 200 }}
        onSearch={(words) => onChange({ words })}
      />
    </Space>
  );
}

/** What may be done with the register as a whole. */
function Doing({ register, onNew }: { readonly register: Register; readonly onNew: () => void }) {
  const create = stepIn(register.steps, 'create');
  const bring = stepIn(register.steps, 'import');
  return (
    <Space wrap>
      {create !== undefined && (
        <Button type="primary" onClick={onNew}>
          {create.label}
        </Button>
      )}
      {bring !== undefined && <ImportPanel channel={register.channel} label={bring.label} />}
      {bring !== undefined && (
        <Button href={`/api/v1/registers/${register.channel}/export?format=xlsx`}>导出 XLSX</Button>
      )}
    </Space>
  );
}

export const screen: Screen = { key: 'targets', label: '终端', group: '管理', Page: TargetsPage };
