import { Space } from 'antd';
import { useState } from 'react';
import { Trouble } from '../frame/page.tsx';
import { stepOn, useSession } from '../session/session.ts';
import { ImportBar } from './import.bar.tsx';
import { ImportReport } from './import.report.tsx';
import { VersionDrawer } from './version.drawer.tsx';
import { VersionsTable } from './versions.table.tsx';
import { useImport, useVersions, type Version } from './versions.ts';

export function VersionsPanel() {
  const imports = stepOn(useSession().data, 'catalogue', 'imports');
  const [open, setOpen] = useState<Version>();
  const versions = useVersions();
  const bring = useImport();
  return (
    <Space orientation="vertical" size={12} style={{ width: '100%' }}>
      {imports !== undefined && <ImportBar busy={bring.isPending} onFile={bring.mutate} />}
      <Trouble errors={[versions.error, bring.error]} />
      {bring.data !== undefined && (
        <ImportReport
          report={bring.data}
          busy={bring.isPending}
          onConfirm={() =>
            bring.variables !== undefined && bring.mutate({ ...bring.variables, confirmed: true })
          }
        />
      )}
      <VersionsTable versions={versions.data ?? []} loading={versions.isPending} onOpen={setOpen} />
      {open !== undefined && (
        <VersionDrawer
          version={open}
          current={versions.data?.find((v) => v.inForce)}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Space>
  );
}
