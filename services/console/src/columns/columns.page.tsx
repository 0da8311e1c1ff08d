import { useState } from 'react';
import { Page, Trouble } from '../frame/page.tsx';
import type { Step } from '../api/hub.types.ts';
import { StepDialog } from '../steps/step.dialog.tsx';
import { useChangeColumn, useColumns, type Column } from './columns.ts';
import { ColumnsTable } from './columns.table.tsx';

/** What is being done to a column. */
interface Open {
  readonly column: Column;
  readonly step: Step;
}

export function ColumnsPage() {
  const [open, setOpen] = useState<Open>();
  const change = useChangeColumn(() => setOpen(undefined));
  const begin = (column: Column, step: Step): void => {
    change.reset();
    setOpen({ column, step });
  };
  const list = useColumns();
  return (
    <Page title="栏目与审核级数" errors={[list.error]}>
      <ColumnsTable columns={list.data ?? []} loading={list.isPending} onStep={begin} />
      {open !== undefined && (
        <StepDialog
          step={open.step}
          of={open.column.title}
          before={open.column}
          busy={change.isPending}
          trouble={<Trouble errors={[change.error]} />}
          onCancel={() => setOpen(undefined)}
          onTake={(answers) => change.mutate({ ...open.column, ...answers })}
        />
      )}
    </Page>
  );
}
