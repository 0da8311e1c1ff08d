import { Drawer, Spin, Tag, Typography } from 'antd';
import { titleOf, useChannels } from '../channels/channels.ts';
import { rowColours } from '../frame/colours.ts';
import { PageLink } from '../frame/link.tsx';
import { Trouble } from '../frame/page.tsx';
import { useWords } from '../session/words.tsx';
import { useCourse, type Course } from './course.ts';
import { NextStepCard } from './next.step.tsx';
import { Proof } from './proof.tsx';
import { Waterfall } from './waterfall.tsx';

interface Props {
  /** Its id; nothing is open without one. */
  readonly delivery: string | undefined;
  readonly onClose: () => void;
}

/** What happened to one delivery, beside the list. */
export function DeliveryDrawer({ delivery, onClose }: Props) {
  const title = useTitleOf(delivery);
  return (
    <Drawer open={delivery !== undefined} onClose={onClose} size="min(760px, 100vw)" title={title}>
      {delivery !== undefined && <Timeline key={delivery} delivery={delivery} />}
    </Drawer>
  );
}

function useTitleOf(delivery: string | undefined): string {
  const channels = useChannels();
  const { titleOf: operation } = useWords('deliveries', 'operation');
  const [, edition = '', channel = '', act = ''] = (delivery ?? '').split(':');
  return delivery === undefined
    ? ''
    : `${titleOf(channels.data, channel)} · ${operation(act)} · 第${edition}版`;
}

function Timeline({ delivery }: { delivery: string }) {
  const course = useCourse(delivery);
  if (course.data === undefined)
    return course.error === null ? <Spin /> : <Trouble errors={[course.error]} />;
  return (
    <>
      <Head of={course.data} />
      <NextStepCard delivery={delivery} course={course.data} />
      <Waterfall spans={course.data.spans} />
      {course.data.row.trace !== undefined && (
        <Typography.Paragraph type="secondary" style={{ marginTop: 16 }}>
          追踪编号 <Typography.Text code>{course.data.row.trace}</Typography.Text>
        </Typography.Paragraph>
      )}
    </>
  );
}

function Head({ of: { row, cause } }: { of: Course }) {
  const { titleOf: stateOf } = useWords('deliveries', 'state');
  return (
    <>
      <Typography.Paragraph>
        <PageLink to={{ at: 'publication', id: row.publication }}>{row.title}</PageLink>
      </Typography.Paragraph>
      <Typography.Paragraph>
        <Tag color={rowColours[row.state]}>{stateOf(row.state)}</Tag>
        {row.words} <Proof row={row} />
      </Typography.Paragraph>
      {cause !== undefined && cause.words !== row.words && (
        <Typography.Paragraph>原因：{cause.words}</Typography.Paragraph>
      )}
    </>
  );
}
