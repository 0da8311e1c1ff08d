import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { Page, PageButtons, usePages } from '../frame/page.tsx';
import type { Screen } from '../frame/screen.ts';
import { useAudit, useVerification, type Verification } from './audit.ts';
import { AuditTable } from './audit.table.tsx';

function AuditPage() {
  const [about, setAbout] = useState('');
  const pages = usePages();
  const list = useAudit(about, pages.after);
  const verify = useVerification();
  const search = (words: string): void => {
    setAbout(words.trim());
    pages.restart();
  };
  return (
    <Page
      title="审计"
      beside={
        <>
          <Input.Search
            aria-label="对象"
            placeholder="对象，如 publication/7K3QZP4M"
            onSearch={search}
            style={{ width: 320 }}
            allowClear
          />
          <Button onClick={() => verify.mutate()} loading={verify.isPending}>
            核验全链
          </Button>
          <Button href="/api/v1/audit/export">导出</Button>
        </>
      }
      errors={[list.error, verify.error]}
    >
      {verify.data !== undefined && <Verdict of={verify.data} />}
      <AuditTable rows={list.data?.items ?? []} loading={list.isPending} />
      <PageButtons pages={pages} next={list.data?.cursor} />
    </Page>
  );
}

const Verdict = ({ of: { ok, rows, anchors, problems } }: { of: Verification }) => (
  <Alert
    showIcon
    type={ok ? 'success' : 'error'}
    title={
      ok
        ? `完整：${rows} 行、${anchors} 个日锚，没有改动、缺失或错序`
        : problems.map((p) => p.words).join('；')
    }
  />
);

export const screen: Screen = { key: 'audit', label: '审计', group: '监督', Page: AuditPage };
