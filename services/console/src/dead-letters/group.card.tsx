import { App, Button, Card, Space, Typography } from 'antd';
import { useState } from 'react';
import { titleOf, useChannels } from '../channels/channels.ts';
import { Trouble } from '../frame/page.tsx';
import { when } from '../frame/time.ts';
import { stepOn, useSession } from '../session/session.ts';
import { StepDialog } from '../steps/step.dialog.tsx';
import { useSettle, type LetterGroup } from './dead-letters.ts';

interface Props {
  readonly group: LetterGroup;
}

/** Dead letters of one kind: what is wrong, what to do, and the buttons to do it. */
export function GroupCard({ group }: Props) {
  const service = useServiceTitle()(group.service);
  return (
    <Card size="small" title={`${group.words}（${group.count} 条）`}>
      <Typography.Paragraph>
        {service} · {group.stream} · {group.type}；最早 {when(group.first)}，最近 {when(group.last)}
      </Typography.Paragraph>
      <Typography.Paragraph strong>建议：{group.next}</Typography.Paragraph>
      <Acts group={group} />
      <Letters of={group} />
    </Card>
  );
}

function useServiceTitle(): (service: string) => string {
  const channels = useChannels();
  return (service) => {
    if (service === 'monitor') return '投递台账';
    if (service === 'hub') return '编审中枢';
    return `渠道“${titleOf(channels.data, service.replace(/^channel-/, ''))}”`;
  };
}

function Acts({ group }: Props) {
  const session = useSession();
  const settle = useSettle();
  const { message } = App.useApp();
  const [asking, setAsking] = useState<'again' | 'void'>();
  const steps = (['again', 'void'] as const).flatMap((act) => {
    const step = stepOn(session.data, 'dead-letters', act);
    return step === undefined || (act === 'again' && !group.again) ? [] : [{ act, step }];
  });
  const chosen = steps.find(({ act }) => act === asking);
  const take = (act: 'again' | 'void', reason: string): void =>
    settle.mutate(
      { group, act, reason },
      {
        onSuccess: ({ done, left, refusals }) => {
          setAsking(undefined);
          const rest = left > 0 ? `，还有 ${left} 条请再办一次` : '';
          const refused =
            refusals.length > 0 ? `；${refusals.length} 条未受理：${refusals[0]?.words ?? ''}` : '';
          void message.info(`已处理 ${done} 条${rest}${refused}`);
        },
      },
    );
  if (steps.length === 0) return null;
  return (
    <Space wrap>
      {steps.map(({ act, step }) => (
        <Button key={act} danger={step.look === 'danger'} onClick={() => setAsking(act)}>
          {step.label}
        </Button>
      ))}
      <a href={`/api/v1/operations/dead-letters/${group.key}/export`} download>
        下载
      </a>
      {chosen !== undefined && (
        <StepDialog
          step={chosen.step}
          busy={settle.isPending}
          trouble={<Trouble errors={[settle.error]} />}
          consequences={consequences(chosen.act, group)}
          onCancel={() => setAsking(undefined)}
          onTake={({ reason }) => take(chosen.act, String(reason))}
        />
      )}
    </Space>
  );
}

const consequences = (act: 'again' | 'void', { count }: LetterGroup): string =>
  act === 'again'
    ? `这一类 ${count} 条逐条重新投递，一次最多 100 条；渠道已办理过的不会重复发送。`
    : `这一类 ${count} 条不再处理，一次最多 100 条；每条记入审计，内容仍可查。`;

const Letters = ({ of }: { of: LetterGroup }) => (
  <details style={{ marginTop: 8 }}>
    <summary>最近 {of.letters.length} 条</summary>
    {of.letters.map(({ id, at, cause, excerpt }) => (
      <div key={id} style={{ marginTop: 8 }}>
        {when(at)}
        <Typography.Paragraph code style={{ overflowWrap: 'anywhere', marginBottom: 4 }}>
          {cause}
        </Typography.Paragraph>
        <Typography.Paragraph code style={{ overflowWrap: 'anywhere' }}>
          {excerpt}
        </Typography.Paragraph>
      </div>
    ))}
  </details>
);
