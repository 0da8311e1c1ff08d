import { Alert, Button, Card, Space, Spin, Typography } from 'antd';
import { Refused } from '../api/refused.ts';
import { useComposer, type Composing } from './composer.ts';
import type { Writing } from './draft.saving.ts';
import { MergePanel } from './merge.panel.tsx';
import { OffersPanel } from './offers.panel.tsx';
import { PreviewsSection } from './previews.section.tsx';
import { understood, useSaid, type Kept } from '../frame/saved.ts';
import { useSession } from '../session/session.ts';
import { useOpened } from './opened.ts';
import { WriteForm } from './write.form.tsx';
import type { Begun } from './written.ts';
import './write.page.css';

interface Props {
  readonly id?: string;
  readonly purpose?: 'edit' | 'correct';
}

const word = (words: string): string | undefined => (/^[\w-]{1,40}$/.test(words) ? words : undefined);
/** What whoever led here says of the draft. */
const led: Kept<Begun> = { type: word, column: word, item: word };

const titles = { new: '撰写发布件', edit: '修改草稿', correct: '更正（拟写下一版）' } as const;

export function WritePage({ id, purpose = 'edit' }: Props) {
  const { opened: before, error } = useOpened(id);
  const begun = understood(led, useSaid());
  const person = useSession().data?.person.name;
  if (person === undefined) return <Spin />;
  if (id === undefined)
    return <Composer key={JSON.stringify(begun)} writing={{ purpose: 'new', begun }} person={person} />;
  if (before === undefined)
    return error === null ? <Spin /> : <Alert type="error" showIcon title={error.message} />;
  return <Composer writing={{ purpose, before }} person={person} />;
}

function Composer({ writing, person }: { writing: Writing; person: string }) {
  const composing = useComposer(writing, person);
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Typography.Title level={1} style={{ margin: 0 }}>
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

function Troubles({ composing }: { composing: Composing }) {
  const { lock, saving, merging } = composing;
  const { error } = saving;
  const code = error instanceof Refused ? error.problem.code : '';
  // both have a panel of their own, with what can be done
  const isTold =
    (code === 'locked' && lock.error !== null) || (code === 'stale' && merging.found !== undefined);
  const takeOver = (
    <Button size="small" onClick={() => lock.mutate(true)}>
      接手编辑
    </Button>
  );
  return (
    <div className="towncrier-troubles">
      <OffersPanel composing={composing} />
      {lock.error !== null && <Alert type="warning" showIcon title={lock.error.message} action={takeOver} />}
      {error !== null && !isTold && (
        <Alert type="error" showIcon title={error.message} style={{ whiteSpace: 'pre-wrap' }} />
      )}
      <MergePanel composing={composing} />
    </div>
  );
}
