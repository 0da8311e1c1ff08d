import { Drawer, Timeline, Typography } from 'antd';
import type { Channel, Row } from '../api/hub.types.ts';
import { when } from '../frame/time.ts';
import { titleOf } from '../channels/channels.ts';
import { useWords, Word } from '../session/words.tsx';

interface Props {
  readonly row: Row | undefined;
  readonly channels: readonly Channel[] | undefined;
  readonly onClose: () => void;
}

/** What happened to one delivery, step by step. */
export function TimelineDrawer({ row, channels, onClose }: Props) {
  const { titleOf: operation } = useWords('deliveries', 'operation');
  return (
    <Drawer
      open={row !== undefined}
      onClose={onClose}
      size={560}
      title={
        row === undefined
          ? ''
          : `${titleOf(channels, row.channel)} · ${operation(row.operation)} · 第${row.edition}版`
      }
    >
      <Timeline items={(row?.timeline ?? []).map((entry) => ({ content: <Entry of={entry} /> }))} />
    </Drawer>
  );
}

const Entry = ({ of: { verb, words, at, outcome } }: { of: Row['timeline'][number] }) => (
  <>
    <Typography.Text strong>
      <Word on="deliveries" field="verb" of={verb} />
    </Typography.Text>
    {`　${words}`}
    <div style={{ color: 'var(--ant-color-text-description)', fontSize: 'var(--ant-font-size-sm)' }}>
      {when(at)} · {outcome}
    </div>
  </>
);
