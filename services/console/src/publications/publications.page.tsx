import { Alert, Space } from 'antd';
import { LinkButton } from '../frame/link.tsx';
import { PageButtons } from '../frame/page.tsx';
import { usePages, useSaved } from '../frame/saved.ts';
import { isOpen, useSession } from '../session/session.ts';
import { PublicationsFilters } from './publications.filters.tsx';
import { PublicationsTable } from './publications.table.tsx';
import { kept } from './publications.saved.ts';
import { usePublications } from './publications.ts';

export function PublicationsPage() {
  const session = useSession();
  const { saved, narrow } = useSaved(kept);
  const pages = usePages();
  const list = usePublications(saved, pages.after);
  const narrowed = Object.keys(saved).length > 0;
  const none = narrowed ? '没有符合条件的发布件' : '还没有发布件，点右上角“撰写发布件”开始';
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Space style={{ justifyContent: 'space-between', width: '100%' }}>
        <PublicationsFilters saved={saved} onNarrow={narrow} />
        {isOpen(session.data, 'write') && (
          <LinkButton type="primary" to="/write">
            撰写发布件
          </LinkButton>
        )}
      </Space>
      {list.error !== null && <Alert type="error" showIcon title={list.error.message} />}
      <PublicationsTable items={list.data?.items ?? []} loading={list.isPending} none={none} />
      <PageButtons pages={pages} next={list.data?.cursor} />
    </Space>
  );
}
