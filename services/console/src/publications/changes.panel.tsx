import { Alert, Empty, Spin, Typography } from 'antd';
import { useChanges, type Changes } from './changes.ts';
import { useChannels } from '../channels/channels.ts';
import { keyOf, partTitle } from '../own-words/own.words.ts';
import { ReachChanges } from './reach.changes.tsx';

const looks = {
  same: {},
  added: { background: 'var(--ant-green-2)' },
  removed: { background: 'var(--ant-red-2)', textDecoration: 'line-through' },
} as const;

/** Word by word, what is different from what somebody last approved. */
export function ChangesPanel({ id, version }: { id: string; version: number }) {
  const changes = useChanges(id, version);
  if (changes.error !== null) return <Alert type="error" showIcon title={changes.error.message} />;
  if (changes.data === undefined) return <Spin />;
  return (
    <>
      <ReachChanges reach={changes.data.reach} />
      <WordsChanged changes={changes.data} />
    </>
  );
}

function WordsChanged({ changes: { from, blocks, ownWords } }: { readonly changes: Changes }) {
  const channels = useChannels();
  if (from === null) return <Empty description="还没有人审定过，全文都是新的" />;
  if (blocks.length + ownWords.length === 0) return <Empty description="与上次审定的内容完全相同" />;
  return (
    <>
      {blocks.map((b) => (
        <Typography.Paragraph key={`${b.block}${b.kind}`}>
          <Typography.Text type="secondary">第 {b.block} 段　</Typography.Text>
          <Pieces of={b.words} />
        </Typography.Paragraph>
      ))}
      {ownWords.map(({ channel, part, words }) => (
        <Typography.Paragraph key={keyOf(channel, part)}>
          <Typography.Text type="secondary">
            {partTitle(channels.data, keyOf(channel, part))}　
          </Typography.Text>
          <Pieces of={words} />
        </Typography.Paragraph>
      ))}
    </>
  );
}

const Pieces = ({ of }: { of: Changes['ownWords'][number]['words'] }) =>
  of.map((piece, n) => (
    <span key={n} style={looks[piece.kind]}>
      {piece.text}
    </span>
  ));
