import { Drawer, Timeline, Typography } from 'antd';
import type { Channel, Row } from '../api/hub.types.ts';
import { operations, verbs, when } from '../app/words.ts';
import { titleOf } from '../channels/channels.ts';

interface Props {
  readonly row: Row | undefined;
  readonly channels: readonly Channel[] | undefined;
  readonly onClose: () => void;
}

/** What happened to one delivery, step by step. */
export const TimelineDrawer = ({ row, channels, onClose }: Props) => (
  <Drawer
    open={row !== undefined}
    onClose={onClose}
    size={560}
    title={
      row === undefined
        ? ''
        : `${titleOf(channels, row.channel)} · ${operations[row.operation]} · 第${row.edition}版`
    }
  >
    <Timeline items={(row?.timeline ?? []).map((entry) => ({ content: <Entry of={entry} /> }))} />
  </Drawer>
);

const Entry = ({ of: { verb, words, at, outcome } }: { of: Row['timeline'][number] }) => (
  <>
    <Typography.Text strong>{verbs[verb]}</Typography.Text>　{words}
    <div style={{ color: '#8a9099', fontSize: 12 }}>
      {when(at)} · {outcome}
    </div>
  </>
);
