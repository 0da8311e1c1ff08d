import { Alert, Space, Typography } from 'antd';
import type { Channel } from '../api/hub.types.ts';
import { isRequired, type Proposal, type Proposed } from './proposals.ts';
import type { Written } from './written.ts';

interface Props {
  readonly proposal: Proposal;
  readonly channels: readonly Channel[];
  readonly written: Written | undefined;
}

const lanes = { normal: '普通', urgent: '紧急' } as const;

/** Why channels, lane and audience stand as they do; what is no free choice is said aloud. */
export function ProposalNotes({ proposal, channels, written }: Props) {
  const fields = written?.matter?.fields ?? {};
  const chosen = written?.channels ?? [];
  const named = proposal.channels.flatMap((one) => {
    const channel = channels.find(({ id }) => id === one.channel);
    return channel === undefined ? [] : [{ ...one, title: channel.title, required: isRequired(one, fields) }];
  });
  const missing = named.filter(({ channel, required }) => required && !chosen.includes(channel));
  const { others, lane, audience } = proposal;
  return (
    <Space orientation="vertical" size={8} style={{ width: '100%', marginBottom: 12 }}>
      <Typography.Text type="secondary">本类型的默认做法和理由：</Typography.Text>
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {named.map((one) => (
          <li key={one.channel}>{channelWords(one)}</li>
        ))}
        <li>
          {others.proposed ? '选' : '不选'}其他渠道：{others.reason}
        </li>
        <li>
          {lanes[lane.value]}通道：{lane.reason}
        </li>
        <li>受众：{audience.reason}</li>
      </ul>
      {missing.map(({ channel, title, reason, law }) => (
        <Alert
          key={channel}
          type="warning"
          showIcon
          title={`没有选“${title}”，依${law?.article}应当选：${reason}`}
          description="仍不选的，送审时须说明理由，理由会给审核人看并留存。"
        />
      ))}
    </Space>
  );
}

type Named = Proposed & { readonly title: string; readonly required: boolean };

const channelWords = ({ title, proposed, reason, required, law }: Named): string =>
  `${proposed ? '选' : '不选'}${title}：${reason}${required ? `（依${law?.article}，不选须说明理由）` : ''}`;
