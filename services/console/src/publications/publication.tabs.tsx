import { Spin, Tabs } from 'antd';
import { useState, type ReactNode } from 'react';
import type { EditionView, Publication } from '../api/hub.types.ts';
import { useChannels } from '../channels/channels.ts';
import { useBoard } from '../deliveries/board.ts';
import { ownWordsIn, stateIn } from '../own-words/own.words.ts';
import { RowsTable } from '../deliveries/rows.table.tsx';
import { stepOn, useSession } from '../session/session.ts';
import { ChangesPanel } from './changes.panel.tsx';
import { useChanges } from './changes.ts';
import { FindingsPanel } from './findings.panel.tsx';
import { HistoryPanel } from './history.panel.tsx';
import { PreviewStrip } from './preview.strip.tsx';
import { useRenditions, wasReleased } from './publications.ts';
import { ReachSection } from './reach.section.tsx';
import { ReviewsPanel } from './reviews.panel.tsx';
import { useSeen } from './seen.ts';

interface Props {
  readonly p: Publication;
  readonly newest: EditionView;
}

/** What there is to look at: first the deliveries, once anything went out. */
export function PublicationTabs({ p, newest }: Props) {
  const released = wasReleased(p);
  return <TabsFrom key={String(released)} first={released ? 'board' : 'previews'} p={p} newest={newest} />;
}

function TabsFrom({ p, newest, first }: Props & { readonly first: string }) {
  const released = wasReleased(p);
  const [looked, look] = useState(first);
  const open = newest.comments.some((c) => c.settled === null);
  const changes = useChanges(p.id, p.version);
  const elsewhere = (changes.data?.reach.terms.length ?? 0) > 0;
  const tab = (key: string, label: string, children: ReactNode) => ({ key, label, children });
  return (
    <Tabs
      activeKey={looked}
      onChange={look}
      items={[
        ...(released ? [tab('board', '投递看板', <BoardPanel id={p.id} />)] : []),
        tab(
          'reach',
          `受众与送达${elsewhere ? '（有变动）' : ''}`,
          <ReachSection id={p.id} version={p.version} />,
        ),
        tab(
          'previews',
          '各渠道稿',
          <RenditionsPanel p={p} newest={newest} isLooked={looked === 'previews'} />,
        ),
        tab(
          'reviews',
          `审核与批注${open ? '（有待处理）' : ''}`,
          <ReviewsPanel p={p} newest={newest} isLooked={looked === 'reviews'} />,
        ),
        tab(
          'findings',
          '检查',
          <FindingsPanel id={p.id} version={p.version} mayEdit={p.steps.some(({ act }) => act === 'edit')} />,
        ),
        tab('changes', '改动', <ChangesPanel p={p} newest={newest} isLooked={looked === 'changes'} />),
        tab('history', '经过', <HistoryPanel history={p.history} />),
      ]}
    />
  );
}

function BoardPanel({ id }: { id: string }) {
  const board = useBoard(id);
  const channels = useChannels();
  const session = useSession();
  return (
    <RowsTable
      rows={board.data?.rows ?? []}
      channels={channels.data}
      mayRetry={stepOn(session.data, 'deliveries', 'retry') !== undefined}
      loading={board.isPending}
    />
  );
}

function RenditionsPanel({ p, newest, isLooked }: Props & { readonly isLooked: boolean }) {
  const channels = useChannels();
  const renditions = useRenditions(p.id, newest.contentHash);
  const isDrawn = renditions.data?.some(({ preview }) => preview !== undefined) === true;
  useSeen(p.id, newest, isLooked && isDrawn);
  return renditions.isPending ? (
    <Spin />
  ) : (
    <PreviewStrip
      channels={channels.data}
      renditions={renditions.data ?? []}
      only={p.channels}
      ownOf={(id) => stateIn(channels.data, ownWordsIn(newest.content), id)}
    />
  );
}
