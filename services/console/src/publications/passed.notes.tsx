import { Alert } from 'antd';
import type { EditionView, Publication } from '../api/hub.types.ts';
import { titleOf, useChannels } from '../channels/channels.ts';

type NotCarried = NonNullable<EditionView['notCarried']>;
type Passed = NonNullable<Publication['urgentReleases'][number]['remarks']>;

/** Channels that an urgent edition goes past, each with what it lacks there. */
export function NotCarriedNotice({ of }: { of: NotCarried }) {
  const channels = useChannels();
  return (
    <Alert
      type="error"
      showIcon
      style={{ marginTop: 12 }}
      title="以下渠道无法承载本版，不会发出"
      description={of.map(({ channel, why }) => (
        <div key={channel}>
          {titleOf(channels.data, channel)}：{why}
        </div>
      ))}
    />
  );
}

/** What would have stopped an ordinary notice: looked at when the urgent release is reviewed afterwards. */
export const PassedRemarks = ({ remarks }: { remarks: Passed }) =>
  remarks.map(({ field, message, remedy }) => (
    <div key={`${field}${message}`}>
      补审须看：{message}
      {remedy}
    </div>
  ));
