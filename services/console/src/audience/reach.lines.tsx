import { Space, Tag, Typography } from 'antd';
import type { Reach } from './audience.ts';

type Line = Reach['channels'][number];
const colours: Readonly<Record<Line['is'], string>> = { told: 'blue', refused: 'red', silent: 'default' };

/** Not so on a channel that is not divided into targets. */
const reachesNobody = ({ reach }: Line): boolean =>
  reach !== null && reach.kinds.length > 0 && reach.reached === 0;

/** Whom it reaches, one line per channel, in the hub's words. */
export const ReachLines = ({ reach }: { reach: Reach | undefined }) =>
  reach === undefined ? null : (
    <Space orientation="vertical" size={4} style={{ width: '100%' }}>
      <Typography.Text strong>送达 {reach.words}</Typography.Text>
      {reach.channels.map((line) => (
        <div key={line.channel}>
          <Tag color={reachesNobody(line) ? 'gold' : colours[line.is]}>{line.title}</Tag>
          {line.words}
          {line.notes.map((note) => (
            <Typography.Text key={note} type="warning" style={{ marginLeft: 8 }}>
              {note}
            </Typography.Text>
          ))}
        </div>
      ))}
    </Space>
  );
