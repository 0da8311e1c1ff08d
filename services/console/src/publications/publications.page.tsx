import { Space } from 'antd';
import { LinkButton } from '../frame/link.tsx';
import { Page, PageButtons } from '../frame/page.tsx';
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
    <Page title="发布件" errors={[list.error]}>
      <Space style={{ justifyContent: 'space-between', width: '100%' }}>
        <PublicationsFilters saved={saved} onNarrow={narrow} />
        {isOpen(session.data, 'write') && (
          <LinkButton color="primary" variant="solid" to="/write">
            撰写发布件
          </LinkButton>
        )}
      </Space>
      <PublicationsTable items={list.data?.items ?? []} loading={list.isPending} none={none} />
      <PageButtons pages={pages} next={list.data?.cursor} />
    </Page>
  );
}
