import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Collapse, Empty, Space, Spin, Tag, Typography } from 'antd';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Answer } from '../api/hub.types.ts';
import { Trouble } from '../frame/page.tsx';
import { addressOf } from '../frame/route.ts';
import { useLive } from '../live/live.ts';

type Radar = Answer<'/api/v1/agenda/radar'>;
type Body = Radar['bodies'][number];
type Duty = Body['duties'][number];

const tags = { red: 'red', yellow: 'gold', green: 'green' } as const;

const useRadar = () =>
  useQuery({
    queryKey: ['radar'],
    queryFn: () => answerOf(hub.GET('/api/v1/agenda/radar')),
    ...useLive('publications'),
    retry: false,
  });

/** What is owed by whom; each with a link that begins it, or goes on with it. */
export function RadarCard() {
  const { data, error, isPending } = useRadar();
  if (data === undefined) return isPending ? <Spin /> : <Trouble errors={[error]} />;
  if (data.bodies.length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="近两个月没有到期的事项" />;
  return (
    <Space orientation="vertical" size={12} style={{ width: '100%' }}>
      <Space wrap>
        <Totals of={data} titles={data.colours} />
        <Typography.Text type="secondary">届满前 {data.warnAt} 个工作日起提醒。</Typography.Text>
      </Space>
      <Collapse
        size="small"
        defaultActiveKey={data.bodies.filter(({ red, yellow }) => red + yellow > 0).map(({ name }) => name)}
        items={data.bodies.map((body) => ({
          key: body.name,
          label: (
            <Space wrap>
              {body.name}
              <Totals of={body} titles={data.colours} />
            </Space>
          ),
          children: <Duties of={body.duties} titles={data.colours} />,
        }))}
      />
    </Space>
  );
}

interface TotalsProps {
  readonly of: Pick<Radar, 'red' | 'yellow' | 'green'>;
  readonly titles: Radar['colours'];
}

/** The colour is told in words, too. */
const Totals = ({ of, titles }: TotalsProps) =>
  titles
    .filter(({ colour }) => of[colour] > 0)
    .map(({ colour, title }) => (
      <Tag key={colour} color={tags[colour]}>
        {title} {of[colour]}
      </Tag>
    ));

const Duties = ({ of, titles }: { readonly of: readonly Duty[]; readonly titles: Radar['colours'] }) => (
  <ul style={{ margin: 0, paddingInlineStart: 20 }}>
    {of.map((duty) => (
      <li key={duty.key} style={{ marginBottom: 6 }}>
        <Tag color={tags[duty.colour]}>{titles.find(({ colour }) => colour === duty.colour)?.title}</Tag>
        {duty.title}（{duty.kindTitle}，{whenDue(duty)}）{' '}
        <Link
          to={addressOf(duty.id === null ? { at: duty.screen } : { at: duty.screen, id: duty.id })}
          search={duty.said}
          aria-label={`${duty.act}：${duty.title}`}
          style={{ textDecoration: 'underline' }}
        >
          {duty.act}
        </Link>
      </li>
    ))}
  </ul>
);

function whenDue({ dueOn, left }: Duty): string {
  if (left < 0) return `${dueOn} 到期，已超过 ${-left} 个工作日`;
  return left === 0 ? `${dueOn} 到期` : `${dueOn} 到期，还有 ${left} 个工作日`;
}
