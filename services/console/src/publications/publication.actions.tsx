import { Alert, Space, Typography } from 'antd';
import type { EditionView, Publication, Step } from '../api/hub.types.ts';
import { Refused } from '../api/refused.ts';
import { go } from '../frame/route.ts';
import { useChannels } from '../channels/channels.ts';
import { StepBar } from '../steps/step.bar.tsx';
import { bodyOf, type Answers } from '../steps/steps.ts';
import { AcceptOmissions } from './accept.omissions.tsx';
import { ConsequenceTable } from './consequence.table.tsx';
import { useStep } from './publications.ts';

/** What is done on a page of its own. */
const isWritten = (act: string): act is 'edit' | 'correct' => act === 'edit' || act === 'correct';
/** Remarks have their buttons beside them. */
const isOfTheWhole = ({ about }: Step): boolean => !(about?.startsWith('comment/') ?? false);

export function Actions({ p, newest }: { p: Publication; newest: EditionView }) {
  const step = useStep(p.id);
  const channels = useChannels();
  const unaccepted = step.error instanceof Refused ? step.error.problem.omissions : undefined;
  const take = async (chosen: Step, answers: Answers): Promise<unknown> =>
    isWritten(chosen.act)
      ? go({ at: chosen.act, id: p.id })
      : step.mutateAsync({ verb: chosen.act, body: bodyOf(chosen, p.version, answers) });
  return (
    <Space orientation="vertical" align="end">
      <StepBar
        steps={p.steps.filter(isOfTheWhole)}
        of={p.title}
        busy={step.isPending}
        consequences={<ConsequenceTable ids={p.channels} channels={channels.data} of="withdraw" />}
        onTake={take}
      />
      {newest.waitsForTitle !== null && (
        <Typography.Text type="secondary">
          等待{newest.waitsForTitle}
          {newest.claim === null ? '' : `（${newest.claim.by} 已领取）`}
        </Typography.Text>
      )}
      {unaccepted !== undefined && (
        <AcceptOmissions
          key={unaccepted.map(({ key }) => key).join()}
          omissions={unaccepted}
          onAccept={(accept) => step.mutate({ verb: 'submit', body: { version: p.version, accept } })}
        />
      )}
      {step.error !== null && unaccepted === undefined && (
        <Alert
          type="error"
          showIcon
          title={step.error.message}
          style={{ maxWidth: 520, whiteSpace: 'pre-wrap' }}
        />
      )}
    </Space>
  );
}
