import { useState } from 'react';
import { Page } from '../app/page.tsx';
import type { Screen } from '../app/screens.ts';
import { ColumnDrawer } from './column.drawer.tsx';
import { useColumns, type Column } from './columns.ts';
import { ColumnsTable } from './columns.table.tsx';

function ColumnsPage() {
  const [open, setOpen] = useState<Column>();
  const list = useColumns();
  return (
    <Page title="栏目与审核级数" errors={[list.error]}>
      <ColumnsTable columns={list.data ?? []} loading={list.isPending} onChange={setOpen} />
      {open !== undefined && <ColumnDrawer column={open} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}

export const screen: Screen = { key: 'columns', label: '栏目', group: '目录与期限', Page: ColumnsPage };
