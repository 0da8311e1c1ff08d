import { Alert, Space, Spin } from 'antd';
import { useTitle } from '../frame/title.ts';
import { PublicationCard } from './publication.card.tsx';
import { PublicationTabs } from './publication.tabs.tsx';
import { newestOf, usePublication } from './publications.ts';
import './publication.page.css';

export function PublicationPage({ id }: { id: string }) {
  const { data: p, error } = usePublication(id);
  const newest = newestOf(p);
  useTitle(newest?.content.title);
  if (p === undefined || newest === undefined)
    return error === null ? <Spin /> : <Alert type="error" showIcon title={error.message} />;
  return (
    <Space className="towncrier-publication" orientation="vertical" size={16} style={{ width: '100%' }}>
      <PublicationCard p={p} newest={newest} />
      <PublicationTabs p={p} newest={newest} />
    </Space>
  );
}
