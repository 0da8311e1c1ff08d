import { Select, Space } from 'antd';
import { useState } from 'react';
import type { Screen } from '../frame/screen.ts';
import type { Row } from '../api/hub.types.ts';
import { PageButtons, Trouble, usePages } from '../frame/page.tsx';
import { useChannels } from '../channels/channels.ts';
import { stepOn, useSession } from '../session/session.ts';
import { DeadLettersCard } from './dead-letters.card.tsx';
import { useDeliveries, type Filters } from './deliveries.ts';
import { RowsTable } from './rows.table.tsx';
import { useWords } from '../session/words.tsx';

function DeliveriesPage() {
  const session = useSession();
  const channels = useChannels();
  const states = useWords('deliveries', 'state');
  const [filters, setFilters] = useState<Filters>({});
  const pages = usePages();
  const rows = useDeliveries(filters, pages.after);
  const narrow = (more: Filters): void => {
    setFilters({ ...filters, ...more });
    pages.restart();
  };
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Space>
        <Select
          allowClear
          aria-label="状态"
          placeholder="全部状态"
          style={{ width: 180 }}
          onChange={(state: Row['state'] | undefined) => narrow({ state })}
          options={states.options}
        />
        <Select
          allowClear
          aria-label="渠道"
          placeholder="全部渠道"
          style={{ width: 180 }}
          onChange={(channel: string | undefined) => narrow({ channel })}
          options={(channels.data ?? []).map((c) => ({ value: c.id, label: c.title }))}
        />
      </Space>
      <Trouble errors={[rows.error]} />
      <RowsTable
        rows={rows.data?.items ?? []}
        channels={channels.data}
        mayRetry={stepOn(session.data, 'deliveries', 'retry') !== undefined}
        withTitle
        loading={rows.isPending}
      />
      <PageButtons pages={pages} next={rows.data?.cursor} />
      <DeadLettersCard />
    </Space>
  );
}

export const screen: Screen = {
  key: 'deliveries',
  label: '投递与运维',
  group: { first: 3 },
  Page: DeliveriesPage,
};
