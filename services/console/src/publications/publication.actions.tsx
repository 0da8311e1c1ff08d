import { Alert, Space, Typography } from 'antd';
import { useState } from 'react';
import type { EditionView, Publication, Step } from '../api/hub.types.ts';
import { go } from '../frame/route.ts';
import { StepBar } from '../steps/step.bar.tsx';
import { bodyOf, type Answers } from '../steps/steps.ts';
import { OutwardDialog } from './outward.dialog.tsx';
import { useStep } from './publications.ts';
import { SubmissionDialog } from './submission.dialog.tsx';
import { questionsIn, type Answered, type Questions } from './submission.questions.ts';

/** What is done on a page of its own. */
const isWritten = (act: string): act is 'edit' | 'correct' => act === 'edit' || act === 'correct';
/** As other queues have them. */
const letters = { a: ['approve', 'clear', 'urgent/confirm'], r: ['return'] } as const;
/** Remarks have their buttons beside them. */
const isOfTheWhole = ({ about }: Step): boolean => !(about?.startsWith('comment/') ?? false);

export function Actions({ p, newest }: { p: Publication; newest: EditionView }) {
  const step = useStep(p.id);
  const submission = useSubmission(step);
  const take = async (chosen: Step, answers: Answers): Promise<unknown> =>
    isWritten(chosen.act)
      ? go({ at: chosen.act, id: p.id })
      : step.mutateAsync({ verb: chosen.act, body: bodyOf(chosen, p.version, answers) });
  return (
    <Space className="towncrier-actions" orientation="vertical" align="end">
      <StepBar
        steps={p.steps.filter(isOfTheWhole)}
        of={p.title}
        busy={step.isPending}
        keys={letters}
        outward={(props) => <OutwardDialog {...props} p={p} />}
        onTake={take}
      />
      {newest.waitsForTitle !== null && (
        <Typography.Text type="secondary">
          等待{newest.waitsForTitle}
          {newest.claim === null ? '' : `（${newest.claim.by} 已领取）`}
        </Typography.Text>
      )}
      {submission.questions !== null && (
        <SubmissionDialog
          key={JSON.stringify(submission.questions)}
          questions={submission.questions}
          before={submission.said}
          busy={step.isPending}
          onAnswer={(said) => submission.answer(p.version, said)}
          onCancel={submission.leave}
        />
      )}
      {step.error !== null && submission.questions === null && (
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

/** What a refused submission asks, kept while it is asked again, and what was answered so far. */
function useSubmission(step: ReturnType<typeof useStep>) {
  const [kept, setKept] = useState<Questions | null>(null);
  const [said, setSaid] = useState<Answered>({});
  const asked = questionsIn(step.error);
  return {
    questions: step.isPending ? kept : asked,
    said,
    answer: (version: number, answers: Answered): void => {
      setKept(asked);
      // who is not waited for this time is asked again the next time
      setSaid({ ...answers, goOn: [] });
      step.mutate({ verb: 'submit', body: { version, ...answers } }, { onSettled: () => setKept(null) });
    },
    leave: (): void => {
      setKept(null);
      setSaid({});
      step.reset();
    },
  };
}
