import { Alert, Button, Space } from 'antd';
import { useState } from 'react';
import type { Screen } from '../frame/screen.ts';
import { go } from '../frame/route.ts';
import { isOpen, useSession } from '../session/session.ts';
import { PublicationsFilters } from './publications.filters.tsx';
import { PublicationsTable } from './publications.table.tsx';
import { usePublications, type Filters } from './publications.ts';

function PublicationsPage() {
  const session = useSession();
  const [filters, setFilters] = useState<Filters>({});
  const [pages, setPages] = useState<readonly (string | undefined)[]>([undefined]);
  const list = usePublications(filters, pages.at(-1));
  const narrow = (more: Filters): void => {
    setFilters({ ...filters, ...more });
    setPages([undefined]);
  };
  const narrowed = Object.values(filters).some((f) => f !== undefined && f !== '');
  const none = narrowed ? '没有符合条件的发布件' : '还没有发布件，点右上角“撰写发布件”开始';
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Space style={{ justifyContent: 'space-between', width: '100%' }}>
        <PublicationsFilters onNarrow={narrow} />
        {isOpen(session.data, 'write') && (
          <Button type="primary" onClick={() => go({ at: 'write' })}>
            撰写发布件
          </Button>
        )}
      </Space>
      {list.error !== null && <Alert type="error" showIcon title={list.error.message} />}
      <PublicationsTable items={list.data?.items ?? []} loading={list.isPending} none={none} />
      <Pages pages={pages} next={list.data?.cursor} onTurn={setPages} />
    </Space>
  );
}

interface PagesProps {
  /** Where each page begins that was turned so far. */
  readonly pages: readonly (string | undefined)[];
  readonly next: string | undefined;
  readonly onTurn: (pages: readonly (string | undefined)[]) => void;
}

const Pages = ({ pages, next, onTurn }: PagesProps) => (
  <Space style={{ justifyContent: 'flex-end', width: '100%' }}>
    <Button disabled={pages.length === 1} onClick={() => onTurn(pages.slice(0, -1))}>
      上一页
    </Button>
    <Button disabled={next === undefined} onClick={() => onTurn([...pages, next])}>
      下一页
    </Button>
  </Space>
);

export const screen: Screen = { key: 'list', label: '发布件', group: { first: 1 }, Page: PublicationsPage };
