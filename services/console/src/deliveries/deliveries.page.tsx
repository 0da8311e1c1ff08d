import { Select, Space } from 'antd';
import type { Row } from '../api/hub.types.ts';
import { rowColours } from '../frame/colours.ts';
import { Page, PageButtons } from '../frame/page.tsx';
import { anyWords, oneOf, usePages, useSaved, type Kept } from '../frame/saved.ts';
import { useChannels } from '../channels/channels.ts';
import { stepOn, useSession } from '../session/session.ts';
import { DeadLettersCard } from './dead-letters.card.tsx';
import { useDeliveries, type Filters } from './deliveries.ts';
import { RowsTable } from './rows.table.tsx';
import { useWords } from '../session/words.tsx';

const kept: Kept<Filters> = {
  state: oneOf(Object.keys(rowColours) as readonly Row['state'][]),
  channel: anyWords,
};

export function DeliveriesPage() {
  const session = useSession();
  const channels = useChannels();
  const states = useWords('deliveries', 'state');
  const { saved, narrow } = useSaved(kept);
  const pages = usePages();
  const rows = useDeliveries(saved, pages.after);
  return (
    <Page title="投递与运维" errors={[rows.error]}>
      <Space wrap>
        <Select
          allowClear
          aria-label="状态"
          placeholder="全部状态"
          style={{ width: 180 }}
          value={saved.state ?? null}
          onChange={(state: Row['state'] | undefined) => narrow({ state })}
          options={states.options}
        />
        <Select
          allowClear
          aria-label="渠道"
          placeholder="全部渠道"
          style={{ width: 180 }}
          value={saved.channel ?? null}
          onChange={(channel: string | undefined) => narrow({ channel })}
          options={(channels.data ?? []).map((c) => ({ value: c.id, label: c.title }))}
        />
      </Space>
      <RowsTable
        rows={rows.data?.items ?? []}
        channels={channels.data}
        mayRetry={stepOn(session.data, 'deliveries', 'retry') !== undefined}
        withTitle
        loading={rows.isPending}
      />
      <PageButtons pages={pages} next={rows.data?.cursor} />
      <DeadLettersCard />
    </Page>
  );
}
