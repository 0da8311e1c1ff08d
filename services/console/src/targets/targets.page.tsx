import { Button, Segmented, Select, Space, Spin, TreeSelect } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useOpened } from '../frame/opened.tsx';
import { Page, PageButtons } from '../frame/page.tsx';
import { anyWords, oneOf, usePages, useSaved, type Kept } from '../frame/saved.ts';
import { SearchField } from '../frame/words.field.tsx';
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
type Narrowed = TargetFilters & { readonly channel?: string; readonly view?: 'map' | undefined };
const kept: Kept<Narrowed> = {
  channel: anyWords,
  area: anyWords,
  state: oneOf(['active', 'paused', 'retired']),
  words: anyWords,
  view: oneOf(['map']),
};
/** So many stand on one map; the list has all. */
const mostOnMap = 500;
// whoever looks at the list only does not load what draws maps
const TargetsMap = lazy(async () => ({ default: (await import('./targets.map.tsx')).TargetsMap }));

export function TargetsPage() {
  const channels = useChannels();
  const { saved, narrow } = useSaved(kept);
  const { channel: picked, view, ...filters } = saved;
  const { open, close } = useOpened();
  const [adding, setAdding] = useState(false);
  const pages = usePages();
  const channel = picked ?? channels.data?.[0]?.id;
  const register = useRegister(channel);
  const list = useTargets(channel, filters, pages.after, view === 'map' ? mostOnMap : undefined);
  return (
    <Page title="终端" beside={`共 ${list.data?.total ?? 0} 个`} errors={[channels.error, register.error]}>
      <Space wrap>
        <Select
          style={{ width: 180 }}
          aria-label="渠道"
          value={channel ?? null}
          onChange={(id) => narrow({ channel: id })}
          options={(channels.data ?? []).map((c) => ({ value: c.id, label: c.title }))}
        />
        <Filters saved={filters} onChange={narrow} />
        {register.data !== undefined && <Doing register={register.data} onNew={() => setAdding(true)} />}
      </Space>
      <Segmented<'list' | 'map'>
        aria-label="显示为"
        value={view ?? 'list'}
        onChange={(as) => narrow({ view: as === 'map' ? as : undefined })}
        options={[
          { value: 'list', label: '列表' },
          { value: 'map', label: '地图' },
        ]}
      />
      {view === 'map' ? (
        <Suspense fallback={<Spin />}>
          <TargetsMap targets={list.data?.items ?? []} />
        </Suspense>
      ) : (
        <TargetsTable register={register.data} targets={list.data?.items ?? []} loading={list.isFetching} />
      )}
      <PageButtons pages={pages} next={list.data?.next ?? undefined} />
      {register.data !== undefined && open !== undefined && (
        <TargetDrawer key={open} register={register.data} id={open} onClose={close} />
      )}
      {register.data !== undefined && adding && (
        <TargetDrawer register={register.data} id={undefined} onClose={() => setAdding(false)} />
      )}
    </Page>
  );
}

interface FiltersProps {
  readonly saved: TargetFilters;
  readonly onChange: (part: TargetFilters) => void;
}

function Filters({ saved, onChange }: FiltersProps) {
  const areas = useAreas();
  return (
    <Space wrap>
      <TreeSelect<string | null>
        allowClear
        showSearch
        treeDataSimpleMode
        treeNodeFilterProp="title"
        aria-label="区划"
        placeholder="区划"
        value={saved.area ?? null}
        style={{ width: 200 }}
        onChange={(area) => onChange({ area: area ?? '' })}
        treeData={(areas.data?.items ?? []).map((a) => ({
          id: a.code,
          pId: a.within ?? 0,
          value: a.code,
          title: a.name,
        }))}
      />
      <Select
        allowClear
        aria-label="状态"
        placeholder="状态"
        value={saved.state ?? null}
        style={{ width: 120 }}
        onChange={(state?: string) => onChange({ state } as TargetFilters)}
        options={states}
      />
      <SearchField
        aria-label="编号或名称"
        placeholder="编号或名称"
        style={{ width: 200 }}
        saved={saved.words}
        onSay={(words) => onChange({ words })}
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
