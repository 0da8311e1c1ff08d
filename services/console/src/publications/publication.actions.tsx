import { Alert, Button, Space, Typography } from 'antd';
import { useState } from 'react';
import type { EditionView, Person, Publication, Role } from '../api/hub.types.ts';
import { go } from '../app/route.ts';
import { stages } from '../app/words.ts';
import { useChannels } from '../channels/channels.ts';
import { stepsFor, type Step } from './publication.steps.ts';
import { useStep } from './publications.ts';
import { StepDialog } from './step.dialog.tsx';
import { WithdrawDialog } from './withdraw.dialog.tsx';

const editable = [
  'draft',
  'submitted',
  'in-review',
  'secrecy-review',
  'referred',
  'approved',
  'scheduled',
  'awaiting-confirmation',
];

export function Actions({ p, newest, person }: { p: Publication; newest: EditionView; person: Person }) {
  const step = useStep(p.id);
  const channels = useChannels();
  const [asking, setAsking] = useState<Step | 'withdraw'>();
  const take = (verb: string, body: object = {}): void =>
    step.mutate({ verb, body: { version: p.version, ...body } }, { onSuccess: () => setAsking(undefined) });
  const begin = (s: Step): void => (s.ask === undefined ? take(s.verb, s.body) : setAsking(s));
  const is = (...roles: readonly Role[]): boolean => roles.some((r) => person.roles.includes(r));
  const steps = stepsFor(p, newest, person);
  return (
    <Space orientation="vertical" align="end">
      <Space wrap style={{ justifyContent: 'flex-end' }}>
        {editable.includes(p.state) && is('editor', 'duty-officer') && (
          <Button onClick={() => go({ at: 'edit', id: p.id })}>修改</Button>
        )}
        {p.state === 'released' && is('editor') && (
          <Button onClick={() => go({ at: 'correct', id: p.id })}>更正</Button>
        )}
        {steps.map((s) => (
          <Button
            key={s.verb}
            {...(s.look === 'primary' ? { type: 'primary' as const } : {})}
            danger={s.look === 'danger'}
            loading={step.isPending}
            onClick={() => begin(s)}
          >
            {s.label}
          </Button>
        ))}
        {p.inForce !== null && is('publisher', 'duty-officer') && (
          <Button danger onClick={() => setAsking('withdraw')}>
            撤回
          </Button>
        )}
      </Space>
      {newest.waitsFor !== null && (
        <Typography.Text type="secondary">
          等待{stages[newest.waitsFor]}
          {newest.claim === null ? '' : `（${newest.claim.by} 已领取）`}
        </Typography.Text>
      )}
      {step.error !== null && (
        <Alert
          type="error"
          showIcon
          title={step.error.message}
          style={{ maxWidth: 520, whiteSpace: 'pre-wrap' }}
        />
      )}
      {asking === 'withdraw' && (
        <WithdrawDialog
          publication={p}
          channels={channels.data}
          busy={step.isPending}
          onCancel={() => setAsking(undefined)}
          onWithdraw={(answers) => take('withdraw', answers)}
        />
      )}
      {asking !== undefined && asking !== 'withdraw' && (
        <StepDialog
          step={asking}
          reached={p.channels}
          busy={step.isPending}
          onCancel={() => setAsking(undefined)}
          onTake={(answers) => take(asking.verb, { ...asking.body, ...answers })}
        />
      )}
    </Space>
  );
}
