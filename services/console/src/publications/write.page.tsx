import { Alert, Button, Card, Space, Spin, Typography } from 'antd';
import { Refused } from '../api/refused.ts';
import { useComposer, type Composing } from './composer.ts';
import { ConflictPanel } from './conflict.panel.tsx';
import type { Writing } from './draft.saving.ts';
import { PreviewsSection } from './previews.section.tsx';
import { useOpened } from './opened.ts';
import { WriteForm } from './write.form.tsx';
import './write.page.css';

interface Props {
  readonly id?: string;
  readonly purpose?: 'edit' | 'correct';
}

const titles = { new: '撰写发布件', edit: '修改草稿', correct: '更正（拟写下一版）' } as const;

export function WritePage({ id, purpose = 'edit' }: Props) {
  const { opened: before, error } = useOpened(id);
  if (id === undefined) return <Composer writing={{ purpose: 'new' }} />;
  if (before === undefined)
    return error === null ? <Spin /> : <Alert type="error" showIcon title={error.message} />;
  return <Composer writing={{ purpose, before }} />;
}

function Composer({ writing }: { writing: Writing }) {
  const composing = useComposer(writing);
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Typography.Title level={4} style={{ margin: 0 }}>
        {titles[writing.purpose]}
      </Typography.Title>
      <Troubles composing={composing} />
      <div className="towncrier-write">
        <Card size="small">
          <WriteForm purpose={writing.purpose} composing={composing} />
        </Card>
        <section aria-label="各渠道预览" className="towncrier-write-previews">
          <PreviewsSection composing={composing} />
        </section>
      </div>
    </Space>
  );
}

function Troubles({ composing: { lock, saving } }: { composing: Composing }) {
  const { error } = saving;
  const conflict = error instanceof Refused ? error.problem.conflict : undefined;
  const takeOver = (
    <Button size="small" onClick={() => lock.mutate(true)}>
      接手编辑
    </Button>
  );
  return (
    <>
      {lock.error !== null && <Alert type="warning" showIcon title={lock.error.message} action={takeOver} />}
      {error !== null && (
        <Alert type="error" showIcon title={error.message} style={{ whiteSpace: 'pre-wrap' }} />
      )}
      {conflict !== undefined && <ConflictPanel regions={conflict} />}
    </>
  );
}
