import { Space } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Step } from '../api/hub.types.ts';
import { StepButton } from './step.button.tsx';
import { StepDialog } from './step.dialog.tsx';
import { asks, type Answers, type Take } from './steps.ts';

interface Props {
  readonly steps: readonly Step[];
  readonly of?: string;
  readonly busy?: boolean;
  readonly small?: boolean;
  /** What becomes of a thing whose end is asked for. */
  readonly consequences?: ReactNode;
  /** Called at once where there is nothing to ask. It may answer a promise; the dialog closes with it. */
  readonly onTake: Take | ((step: Step, answers: Answers) => Promise<unknown>);
}

/** The buttons of a thing, and the questions behind them. */
export function StepBar({ steps, of, busy = false, small = false, consequences, onTake }: Props) {
  const [asking, setAsking] = useState<Step>();
  const take = (step: Step, answers: Answers): void => {
    Promise.resolve(onTake(step, answers)).then(
      () => setAsking(undefined),
      // the page shows it; what was answered stays in the dialog
      () => undefined,
    );
  };
  return (
    <>
      <Space wrap>
        {steps.map((step) => (
          <StepButton
            key={`${step.act} ${step.about ?? ''} ${step.label}`}
            step={step}
            small={small}
            busy={busy && step.allowed}
            onClick={() => (asks(step) ? setAsking(step) : take(step, {}))}
          />
        ))}
      </Space>
      {asking !== undefined && (
        <StepDialog
          step={asking}
          busy={busy}
          {...(of === undefined ? {} : { of })}
          {...(asking.ends ? { consequences } : {})}
          onCancel={() => setAsking(undefined)}
          onTake={(answers) => take(asking, answers)}
        />
      )}
    </>
  );
}
