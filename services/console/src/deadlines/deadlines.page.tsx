import { Card } from 'antd';
import { Page } from '../frame/page.tsx';
import { stepOn, useSession } from '../session/session.ts';
import { CalendarCard } from './calendar.card.tsx';
import { ComputeCard } from './compute.card.tsx';
import { ObligationsCard } from './obligations.card.tsx';
import { RadarCard } from './radar.card.tsx';

export function DeadlinesPage() {
  const announces = stepOn(useSession().data, 'deadlines', 'announce') !== undefined;
  return (
    <Page title="期限">
      <Card size="small" title="期限雷达">
        <RadarCard />
      </Card>
      <Card size="small" title="算期限">
        <ComputeCard />
      </Card>
      <Card size="small" title="定期公开的事项">
        <ObligationsCard />
      </Card>
      {announces && (
        <Card size="small" title="录入节假日安排">
          <CalendarCard />
        </Card>
      )}
    </Page>
  );
}
