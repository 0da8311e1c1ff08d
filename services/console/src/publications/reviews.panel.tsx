import { Alert, Button, Space, Table, Tag, Typography } from 'antd';
import type { EditionView, Person, Publication, Remark, Review } from '../api/hub.types.ts';
import { stages, verdicts, when } from '../app/words.ts';
import { useStep } from './publications.ts';

/** Who decided what about this edition, and the remarks that have to be settled before it goes on. */
export function ReviewsPanel({ p, newest, person }: { p: Publication; newest: EditionView; person: Person }) {
  const step = useStep(p.id);
  const settle = (remark: Remark, as: 'resolved' | 'waived'): void =>
    step.mutate({
      verb: `comments/${remark.id}/settle`,
      body: { version: p.version, as, words: as === 'resolved' ? '已按批注修改' : '不需修改' },
    });
  const author = newest.authors.includes(person.name);
  return (
    <Space orientation="vertical" style={{ width: '100%' }}>
      {p.urgentReleases.map((r) => (
        <Alert
          key={r.edition}
          showIcon
          type={r.review === null ? 'warning' : 'info'}
          title={`第 ${r.edition} 版经应急先发：${r.requestedBy} 申请，${r.confirmedBy} 确认；${r.review === null ? `须在 ${when(r.reviewDueAt)} 前补审` : `${r.review.by} 补审${r.review.verdict === 'upheld' ? '予以确认' : '认定有误'}：${r.review.words}`}`}
        />
      ))}
      <Table<Review>
        size="small"
        pagination={false}
        rowKey={(r) => `${r.stage}${r.at}`}
        dataSource={[...newest.reviews]}
        locale={{ emptyText: '还没有审核记录' }}
        columns={[
          { title: '环节', dataIndex: 'stage', render: (s: string) => stages[s] },
          {
            title: '结论',
            dataIndex: 'verdict',
            render: (v: Review['verdict'], r) => (
              <Tag color={r.void ? 'default' : v === 'passed' ? 'green' : 'orange'}>
                {verdicts[v]}
                {r.void ? '（已失效）' : ''}
              </Tag>
            ),
          },
          { title: '办理人', dataIndex: 'by' },
          { title: '时间', dataIndex: 'at', render: when },
          { title: '理由', render: (_, r) => [r.code, r.reason].filter(Boolean).join(' ') },
        ]}
      />
      <Typography.Text strong>批注</Typography.Text>
      {step.error !== null && <Alert type="error" showIcon title={step.error.message} />}
      <Table<Remark>
        size="small"
        pagination={false}
        rowKey="id"
        dataSource={[...newest.comments]}
        locale={{ emptyText: '没有批注' }}
        columns={[
          { title: '段落', dataIndex: 'block', width: 70 },
          { title: '批注', dataIndex: 'words' },
          { title: '批注人', dataIndex: 'by', width: 110 },
          {
            title: '处理',
            width: 220,
            render: (_, r) =>
              r.settled === null ? (
                <Space>
                  <Button size="small" onClick={() => settle(r, 'resolved')}>
                    已解决
                  </Button>
                  {!author && (
                    <Button size="small" onClick={() => settle(r, 'waived')}>
                      免除
                    </Button>
                  )}
                </Space>
              ) : (
                <Tag>
                  {r.settled.as === 'resolved' ? '已解决' : '已免除'}（{r.settled.by}）
                </Tag>
              ),
          },
        ]}
      />
    </Space>
  );
}
