import { Alert, Empty, Radio, Space, Spin, Typography } from 'antd';
import { useState } from 'react';
import type { EditionView, Publication } from '../api/hub.types.ts';
import { useChannels } from '../channels/channels.ts';
import { when } from '../frame/time.ts';
import { keyOf, partTitle } from '../own-words/own.words.ts';
import { useChanges, type Against, type Changes } from './changes.ts';
import { ReachChanges } from './reach.changes.tsx';
import { useSeen } from './seen.ts';

const looks = {
  same: {},
  added: { background: 'var(--ant-green-2)' },
  removed: { background: 'var(--ant-red-2)', textDecoration: 'line-through' },
} as const;

interface Props {
  readonly p: Publication;
  readonly newest: EditionView;
  /** Whether the panel is the one that is shown. */
  readonly isLooked: boolean;
}

/** Word by word, what is different from another text: from which one, the person chooses. */
export function ChangesPanel({ p, newest, isLooked }: Props) {
  const [chosen, choose] = useState<Against>();
  const changes = useChanges(p.id, p.version, chosen);
  useSeen(p.id, newest, isLooked && changes.data?.to === newest.contentHash);
  if (changes.error !== null) return <Alert type="error" showIcon title={changes.error.message} />;
  if (changes.data === undefined) return <Spin />;
  return (
    <Space orientation="vertical" size={12} style={{ width: '100%' }}>
      <ReachChanges reach={changes.data.reach} />
      <Radio.Group
        aria-label="与什么比较"
        value={changes.data.against}
        onChange={({ target }) => choose(target.value)}
        options={changes.data.offers.map(({ against, label, at }) => ({
          value: against,
          label: at === null ? label : `${label}（${when(at)}）`,
        }))}
      />
      <WordsChanged changes={changes.data} />
    </Space>
  );
}

function WordsChanged({
  changes: { against, offers, from, blocks, ownWords },
}: {
  readonly changes: Changes;
}) {
  const channels = useChannels();
  const than = offers.find((o) => o.against === against)?.label ?? '';
  if (blocks.length + ownWords.length === 0) return <Empty description={`与${than}完全相同`} />;
  // held against nothing all of it is new, and nothing has to stand out
  const isPlain = from === null;
  return (
    <div>
      {blocks.map((b) => (
        <Typography.Paragraph key={`${b.block}${b.kind}`}>
          <Typography.Text type="secondary">{b.block === 0 ? '标题' : `第 ${b.block} 段`}　</Typography.Text>
          <Pieces of={b.words} isPlain={isPlain} />
        </Typography.Paragraph>
      ))}
      {ownWords.map(({ channel, part, words }) => (
        <Typography.Paragraph key={keyOf(channel, part)}>
          <Typography.Text type="secondary">
            {partTitle(channels.data, keyOf(channel, part))}　
          </Typography.Text>
          <Pieces of={words} isPlain={isPlain} />
        </Typography.Paragraph>
      ))}
    </div>
  );
}

interface Told {
  readonly of: Changes['ownWords'][number]['words'];
  readonly isPlain: boolean;
}
const Pieces = ({ of, isPlain }: Told) =>
  of.map((piece, n) => (
    <span key={n} style={isPlain ? looks.same : looks[piece.kind]}>
      {piece.text}
    </span>
  ));
