import { useStep } from './publications.ts';
import { Alert, Space, Table, Tag } from 'antd';
import type { EditionView, Publication, Review } from '../api/hub.types.ts';
import { when } from '../frame/time.ts';
import { PassedRemarks } from './passed.notes.tsx';
import { RemarksSection } from '../remarks/remarks.section.tsx';
import { useWords, Word } from '../session/words.tsx';
import { useSeen } from './seen.ts';

interface Props {
  readonly p: Publication;
  readonly newest: EditionView;
  /** Whether the panel is the one that is shown. */
  readonly isLooked: boolean;
}

/** Who decided what about this edition, and the remarks that have to be settled before it goes on. */
export function ReviewsPanel({ p, newest, isLooked }: Props) {
  useSeen(p.id, newest, isLooked);
  const { titleOf } = useWords('list', 'afterwards');
  const step = useStep(p.id);
  return (
    <Space orientation="vertical" style={{ width: '100%' }}>
      {p.urgentReleases.map((r) => (
        <Alert
          key={r.edition}
          showIcon
          type={r.review === null ? 'warning' : 'info'}
          title={`第 ${r.edition} 版经应急先发：${r.requestedBy} 申请，${r.confirmedBy} 确认；${afterwards(r, titleOf)}`}
          description={
            r.remarks === undefined || r.remarks.length === 0 ? null : <PassedRemarks remarks={r.remarks} />
          }
        />
      ))}
      <Table<Review>
        size="small"
        pagination={false}
        rowKey={(r) => `${r.stage}${r.at}`}
        dataSource={[...newest.reviews]}
        locale={{ emptyText: '还没有审核记录' }}
        columns={[
          { title: '环节', dataIndex: 'stageTitle' },
          { title: '结论', dataIndex: 'verdict', render: (_, review) => <Verdict review={review} /> },
          { title: '办理人', dataIndex: 'by' },
          { title: '时间', dataIndex: 'at', render: when },
          { title: '理由', render: (_, r) => [r.code, r.reason].filter(Boolean).join(' ') },
        ]}
      />
      <RemarksSection p={p} newest={newest} step={step} />
    </Space>
  );
}

const afterwards = (
  { review, reviewDueAt }: Publication['urgentReleases'][number],
  titleOf: (verdict: string) => string,
): string =>
  review === null
    ? `须在 ${when(reviewDueAt)} 前补审`
    : `${review.by} 补审${titleOf(review.verdict)}：${review.words}`;

const Verdict = ({ review: { verdict, void: isVoid } }: { review: Review }) => (
  <Tag color={isVoid ? 'default' : verdict === 'passed' ? 'green' : 'orange'}>
    <Word on="list" field="verdict" of={verdict} />
    {isVoid ? '（已失效）' : ''}
  </Tag>
);
