import { Card, Tag, Typography } from 'antd';
import type { Publication, Remark } from '../api/hub.types.ts';
import { when } from '../frame/time.ts';
import { Word } from '../session/words.tsx';
import { StepBar } from '../steps/step.bar.tsx';
import { bodyOf } from '../steps/steps.ts';
import type { Taking } from './taking.ts';

interface Props {
  readonly p: Publication;
  readonly remark: Remark;
  readonly step: Taking;
  readonly isShown: boolean;
  /** The words it is about stand in the text no longer. */
  readonly isGone: boolean;
  readonly onShow: () => void;
}

/** A remark, the answers to it, and what may be done about it. */
export function RemarkCard({ p, remark, step, isShown, isGone, onShow }: Props) {
  const { id, block, quote, replies, settled } = remark;
  return (
    <Card
      size="small"
      id={`remark-${id}`}
      className={isShown ? 'towncrier-remark shown' : 'towncrier-remark'}
    >
      {quote === undefined ? (
        <Typography.Text type="secondary">{block === 0 ? '标题' : `第 ${block} 段`}</Typography.Text>
      ) : (
        <button type="button" className="towncrier-remark-quote" onClick={onShow}>
          “{quote.exact}”
        </button>
      )}
      {isGone && <Tag color="gold">原文已改</Tag>}
      <Said of={remark} />
      {(replies ?? []).map((reply) => (
        <Said key={reply.at} of={reply} />
      ))}
      {settled === null ? (
        <StepBar
          small
          steps={p.steps.filter((s) => s.about === `comment/${id}`)}
          busy={step.isPending}
          onTake={(s, answers) => step.mutateAsync({ verb: s.act, body: bodyOf(s, p.version, answers) })}
        />
      ) : (
        <Typography.Paragraph style={{ margin: 0 }}>
          <Tag>
            <Word on="list" field="settled" of={settled.as} />
          </Tag>
          {settled.words}（{settled.by}）
        </Typography.Paragraph>
      )}
    </Card>
  );
}

const Said = ({ of: { by, at, words } }: { of: Pick<Remark, 'by' | 'at' | 'words'> }) => (
  <Typography.Paragraph style={{ margin: '4px 0 8px' }}>
    {words}
    <br />
    <Typography.Text type="secondary" style={{ fontSize: 'var(--ant-font-size-sm)' }}>
      {by}　{when(at)}
    </Typography.Text>
  </Typography.Paragraph>
);
