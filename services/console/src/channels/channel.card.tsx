import { Card, Descriptions, Space, Tag } from 'antd';
import type { ReactNode } from 'react';
import type { Channel } from '../api/hub.types.ts';
import { Trouble } from '../frame/page.tsx';
import { when } from '../frame/time.ts';
import { StepBar } from '../steps/step.bar.tsx';
import { bodyOf } from '../steps/steps.ts';
import { useRemoveChannel } from './channels.ts';
import { Word } from '../session/words.tsx';

/** One channel as it says of itself. */
export const ChannelCard = ({ channel: c }: { channel: Channel }) => (
  <Card
    size="small"
    title={c.title}
    extra={
      <Space>
        <Tag color={c.ready ? 'green' : 'red'}>{c.ready ? '在线' : '离线'}</Tag>
        {!c.online && <span>最近在线 {when(c.lastSeen)}</span>}
        <Tag>{c.mode === 'twin' ? '仿真端' : '真实平台'}</Tag>
      </Space>
    }
  >
    <Descriptions column={1} size="small" items={facts(c)} />
    <Removing channel={c} />
  </Card>
);

/** Taking a channel out of the directory, where the hub offers it. */
function Removing({ channel: { id, title, version, steps } }: { channel: Channel }) {
  const remove = useRemoveChannel();
  return (
    <>
      <Trouble errors={[remove.error]} />
      <StepBar
        small
        steps={steps}
        of={title}
        busy={remove.isPending}
        onTake={(step, answers) => remove.mutateAsync({ id, body: bodyOf(step, version, answers) })}
      />
    </>
  );
}

interface Fact {
  readonly key: string;
  readonly label: string;
  readonly children: ReactNode;
}

function facts({ can, quietHours, places }: Channel): Fact[] {
  return [
    { key: 'targets', label: '终端', children: can.targets },
    { key: 'recall', label: '撤回', children: <Recall of={can} /> },
    { key: 'correct', label: '更正', children: can.consequences.correct },
    { key: 'limits', label: '限制', children: <Limits of={can.limits} /> },
    ...(quietHours === undefined
      ? []
      : [
          {
            key: 'quiet',
            label: '免打扰',
            children: `${quietHours.from}—${quietHours.to}，普通通知顺延，紧急和撤回不受限`,
          },
        ]),
    ...(can.quota === undefined ? [] : [{ key: 'quota', label: '配额', children: can.quota }]),
    { key: 'places', label: '入口', children: <Places of={places} /> },
  ];
}

const Recall = ({ of: { recall, consequences } }: { of: Channel['can'] }) => (
  <>
    <Word on="now" field="recall" of={recall} />。{consequences.withdraw}
  </>
);

const Limits = ({ of }: { of: Channel['can']['limits'] }) =>
  of.length === 0 ? (
    <>无</>
  ) : (
    of.map((l) => (
      <div key={l.field}>
        <Word on="now" field="limit" of={l.field} />
        不超过 {l.max} {l.unit}
      </div>
    ))
  );

const Places = ({ of }: { of: Channel['places'] }) =>
  of.length === 0 ? (
    <>—</>
  ) : (
    <Space wrap>
      {of.map((p) => (
        <a key={p.url} href={p.url} target="_blank" rel="noreferrer">
          {p.label}
        </a>
      ))}
    </Space>
  );
