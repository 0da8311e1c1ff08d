import { Space } from 'antd';
import { useChannels } from '../channels/channels.ts';
import { PageLink } from '../frame/link.tsx';
import { useOpened } from '../frame/opened.tsx';
import { Page, PageButtons } from '../frame/page.tsx';
import { usePages, useSaved } from '../frame/saved.ts';
import { BatchesCard } from './batches.card.tsx';
import { BulkButton } from './bulk.button.tsx';
import { CauseLinks } from './cause.links.tsx';
import { MatrixFilters } from './matrix.filters.tsx';
import { kept } from './matrix.saved.ts';
import { MatrixTable } from './matrix.table.tsx';
import { exportAddress, useMatrix, useTotals } from './matrix.ts';
import { DeliveryDrawer } from './timeline.drawer.tsx';
import { TotalsLine } from './totals.line.tsx';

export function DeliveriesPage() {
  const channels = useChannels();
  const { saved, narrow } = useSaved(kept);
  const pages = usePages();
  const { open, close } = useOpened();
  const matrix = useMatrix(saved, pages.after);
  const totals = useTotals(saved);
  const narrowed = Object.keys(saved).length > 0;
  return (
    <Page
      title="投递与运维"
      beside={<PageLink to={{ at: 'dead-letters' }}>死信</PageLink>}
      errors={[matrix.error, totals.error]}
    >
      <MatrixFilters saved={saved} onNarrow={narrow} causes={totals.data?.causes ?? []} />
      <Space wrap style={{ justifyContent: 'space-between', width: '100%' }}>
        <TotalsLine of={totals.data} />
        <Space wrap>
          <BulkButton saved={saved} hand={totals.data?.hand ?? 0} />
          <a href={exportAddress(saved)} download>
            下载表格
          </a>
        </Space>
      </Space>
      <CauseLinks of={totals.data?.causes ?? []} now={saved.cause} />
      <BatchesCard />
      <MatrixTable
        rows={matrix.data?.items ?? []}
        channels={channels.data}
        loading={matrix.isPending}
        none={narrowed ? '没有符合条件的投递' : '还没有发布过任何内容'}
      />
      <PageButtons pages={pages} next={matrix.data?.cursor} />
      <DeliveryDrawer delivery={open} onClose={close} />
    </Page>
  );
}
