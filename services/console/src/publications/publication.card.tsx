import { Card, Space, Tag, Typography } from 'antd';
import type { EditionView, Publication } from '../api/hub.types.ts';
import { Badges } from './badges.tsx';
import { Actions } from './publication.actions.tsx';
import { PublicationFacts } from './publication.facts.tsx';
import { Progress } from './progress.tsx';
import { PublicationNotices } from './publication.notices.tsx';
import { wasReleased } from './publications.ts';

interface Props {
  readonly p: Publication;
  readonly newest: EditionView;
}

/** What it is, how it stands, and what may be done with it. */
export const PublicationCard = ({ p, newest }: Props) => (
  <Card size="small">
    <Space align="start" style={{ justifyContent: 'space-between', width: '100%' }}>
      <Heading p={p} newest={newest} />
      <Actions p={p} newest={newest} />
    </Space>
    <Progress of={p} />
    <PublicationNotices p={p} newest={newest} />
    <PublicationFacts p={p} newest={newest} />
  </Card>
);

const Heading = ({ p, newest }: Props) => (
  <div>
    <Typography.Title level={1} style={{ margin: '0 0 8px' }}>
      {newest.content.title}
    </Typography.Title>
    <Space wrap>
      <Badges of={p} />
      {p.lane === 'urgent' && <Tag color="red">紧急</Tag>}
      <Typography.Text code>{p.id}</Typography.Text>
      {wasReleased(p) && (
        <a href={p.page} target="_blank" rel="noreferrer">
          {p.page}
        </a>
      )}
    </Space>
  </div>
);
