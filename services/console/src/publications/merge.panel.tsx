import { Alert, Button, Card, Radio, Space, Typography } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Composing } from './composer.ts';
import { differencesOf } from './differences.ts';
import { DifferencesList } from './differences.list.tsx';
import type { Choice, Conflict } from './merge.ts';
import { usePartNames, type PartNames } from './part.names.ts';
import { wordsOf } from './written.parts.ts';

/**
 * Somebody else saved the draft meanwhile. What only one of the two changed comes together by itself; where both
 * changed the same, a person chooses, and of the text nothing is left out unless they say so. What comes of it
 * stands in the form, to be read and saved.
 */
export function MergePanel({ composing }: { readonly composing: Composing }) {
  const { found, settle, error } = composing.merging;
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const names = usePartNames(composing.written);
  if (error !== null) return <Alert type="error" showIcon title={error.message} />;
  if (found === undefined) return null;
  const { conflicts, theirs } = found.merge;
  const choiceOf = (conflict: Conflict): Choice =>
    choices[conflict.key] ?? (conflict.kind === 'text' ? 'both' : 'mine');
  return (
    <Alert
      type="warning"
      showIcon
      title={
        conflicts.length === 0
          ? '他人已先保存了这份稿件，改的是别处，与您的修改不冲突。'
          : `他人已先保存了这份稿件，有 ${conflicts.length} 处和您改得不同，请逐处选择。`
      }
      description={
        <Space orientation="vertical" size={12} style={{ width: '100%' }}>
          {conflicts.map((conflict) => (
            <ConflictCard
              key={conflict.key}
              conflict={conflict}
              names={names}
              choice={choiceOf(conflict)}
              onChoose={(choice) => setChoices({ ...choices, [conflict.key]: choice })}
            />
          ))}
          <details>
            <summary>他人改了什么</summary>
            <DifferencesList of={differencesOf(composing.beginning.base, theirs)} names={names} />
          </details>
          <Space wrap>
            <Button type="primary" onClick={() => settle(choiceOf)}>
              合并到本页
            </Button>
            <Typography.Text type="secondary">合并后请通读一遍，再保存。</Typography.Text>
          </Space>
        </Space>
      }
    />
  );
}

interface CardProps {
  readonly conflict: Conflict;
  readonly names: PartNames;
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
}

function ConflictCard({ conflict, names, choice, onChoose }: CardProps) {
  const isText = conflict.kind === 'text';
  const label = isText ? '正文' : names.labelOf(conflict.key);
  const shown = (of: 'base' | 'mine' | 'theirs'): ReactNode =>
    isText
      ? conflict[of].map((block, n) => <div key={n}>{wordsOf(block)}</div>)
      : names.wordsOf(conflict.key, conflict[of]);
  return (
    <Card size="small" title={label}>
      <div className="towncrier-three">
        <Version title="原来">{shown('base')}</Version>
        <Version title="您的">{shown('mine')}</Version>
        <Version title="他人的">{shown('theirs')}</Version>
      </div>
      <Radio.Group
        aria-label={`${label}取哪一种`}
        value={choice}
        onChange={(event) => onChoose(event.target.value as Choice)}
        options={[
          ...(isText ? [{ value: 'both', label: '两种都留下' }] : []),
          { value: 'mine', label: '用我的' },
          { value: 'theirs', label: '用他人的' },
        ]}
      />
    </Card>
  );
}

const Version = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <div>
    <Typography.Text type="secondary">{title}</Typography.Text>
    <div>{children}</div>
  </div>
);
