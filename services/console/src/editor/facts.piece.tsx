import type { NodeViewProps } from '@tiptap/react';
import { Button, Input, Space } from 'antd';
import { PieceFrame } from './piece.frame.tsx';

interface Fact {
  readonly label: string;
  readonly value: string;
}
const mostFacts = 20;

/** What a citizen looks for first, as labels and values. */
export function FactsPiece({ node, updateAttributes, deleteNode }: NodeViewProps) {
  const facts = (node.attrs['facts'] ?? []) as readonly Fact[];
  const keep = (all: readonly Fact[]): void => updateAttributes({ facts: all });
  const change = (at: number, to: Partial<Fact>): void =>
    keep(facts.map((fact, i) => (i === at ? { ...fact, ...to } : fact)));
  return (
    <PieceFrame title="要点" onRemove={deleteNode}>
      {facts.map(({ label, value }, i) => (
        <Space.Compact key={i} style={{ width: '100%', marginBottom: 8 }}>
          <Input
            aria-label={`要点 ${i + 1} 的名称`}
            placeholder="如 停水时间"
            value={label}
            maxLength={20}
            style={{ width: '30%' }}
            status={label.trim() === '' ? 'warning' : ''}
            onChange={(event) => change(i, { label: event.target.value })}
          />
          <Input
            aria-label={`要点 ${i + 1} 的内容`}
            value={value}
            maxLength={300}
            status={value.trim() === '' ? 'warning' : ''}
            onChange={(event) => change(i, { value: event.target.value })}
          />
          <Button
            aria-label={`删除要点 ${i + 1}`}
            onClick={() => keep(facts.filter((_, other) => other !== i))}
          >
            删除
          </Button>
        </Space.Compact>
      ))}
      <Button
        size="small"
        disabled={facts.length >= mostFacts}
        onClick={() => keep([...facts, { label: '', value: '' }])}
      >
        添加一条
      </Button>
    </PieceFrame>
  );
}
