import { Card, Progress, Space, Tag } from 'antd';
import { batchColours } from '../frame/colours.ts';
import { Trouble } from '../frame/page.tsx';
import { when } from '../frame/time.ts';
import { StepButton } from '../steps/step.button.tsx';
import { useBatches, useTurn, type Batch } from './bulk.ts';

/** How far many retries are; nothing where there never were any. */
export function BatchesCard() {
  const batches = useBatches();
  const running = (batches.data ?? []).filter(({ over }) => !over);
  // what is over stays in view until the next one: one wants to see how it ended
  const shown = running.length > 0 ? running : (batches.data ?? []).slice(0, 1);
  if (shown.length === 0) return <Trouble errors={[batches.error]} />;
  return (
    <Card size="small" title="批量重试">
      <Trouble errors={[batches.error]} />
      {shown.map((batch) => (
        <BatchLine key={batch.id} of={batch} />
      ))}
    </Card>
  );
}

function BatchLine({ of }: { of: Batch }) {
  const turn = useTurn();
  return (
    <section aria-label={`批量重试 ${of.stateTitle}`}>
      <Space wrap>
        <Tag color={batchColours[of.state]}>{of.stateTitle}</Tag>
        <span>
          已请求 {of.done}，剩余 {of.left}，未受理 {of.refused}（共 {of.all}）
        </span>
        <span>
          {of.by} {when(of.begunAt)}：{of.reason}
        </span>
        {of.steps.map((step) => (
          <StepButton
            key={step.act}
            small
            step={step}
            busy={turn.isPending}
            onClick={() => turn.mutate({ id: of.id, turn: step.act as 'pause' })}
          />
        ))}
      </Space>
      <Progress
        percent={Math.round(((of.all - of.left) / Math.max(1, of.all)) * 100)}
        status={of.refused > 0 ? 'exception' : 'normal'}
        aria-label="批量重试进度"
      />
      <Trouble errors={[turn.error]} />
      {of.refusals.length > 0 && (
        <details>
          <summary>未受理的 {of.refused} 条</summary>
          <ul>
            {of.refusals.map(({ delivery, title, words }) => (
              <li key={delivery}>
                {title}：{words}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
