import { Alert, Button } from 'antd';
import { Page, PageButtons } from '../frame/page.tsx';
import { anyWords, usePages, useSaved } from '../frame/saved.ts';
import { useWords } from '../session/words.tsx';
import { Wide } from '../frame/wide.tsx';
import { SearchField } from '../frame/words.field.tsx';
import { useAudit, useVerification, type Verification } from './audit.ts';
import { inWords, meant } from './about.words.ts';
import { AuditTable } from './audit.table.tsx';

const kept = { about: anyWords };

export function AuditPage() {
  const { saved, narrow } = useSaved<{ readonly about: string }>(kept);
  const pages = usePages();
  const list = useAudit(saved.about ?? '', pages.after);
  const verify = useVerification();
  const kinds = useWords('audit', 'kind');
  const { kind, which } = inWords(saved.about ?? '', kinds);
  return (
    <Page
      title="审计"
      beside={
        <>
          <SearchField
            aria-label="对象"
            placeholder="对象，如 发布件 7K3QZP4M"
            style={{ width: 320 }}
            saved={`${kind} ${which}`.trim()}
            onSay={(words) => narrow({ about: meant(words, kinds) })}
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
      <Wide label="审计记录">
        <AuditTable rows={list.data?.items ?? []} loading={list.isPending} />
      </Wide>
      <PageButtons pages={pages} next={list.data?.cursor} />
    </Page>
  );
}

const Verdict = ({ of: { ok, rows, anchors, problems, provenTo } }: { of: Verification }) => (
  <Alert
    showIcon
    type={ok ? (provenTo === null ? 'warning' : 'success') : 'error'}
    title={
      ok
        ? `${provenTo === null ? '未证明' : `完整至第 ${provenTo} 行`}：${rows} 行、${anchors} 个锚，未发现改动、缺失或错序`
        : problems.map((p) => p.words).join('；')
    }
    description={
      ok && provenTo === null
        ? '系统不能证明自己。请导出审计记录，并用保存在本系统之外的锚核验（npm run audit:verify）。'
        : undefined
    }
  />
);
