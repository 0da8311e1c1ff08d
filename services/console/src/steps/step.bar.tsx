import { Alert, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import { useLetterKeys } from '../frame/letter.keys.ts';
import type { Step } from '../api/hub.types.ts';
import { StepButton } from './step.button.tsx';
import { StepDialog, type StepDialogProps } from './step.dialog.tsx';
import { asks, type Answers, type Take } from './steps.ts';

interface Props {
  readonly steps: readonly Step[];
  readonly of?: string;
  readonly busy?: boolean;
  readonly small?: boolean;
  /** The dialog of what cannot be undone, which shows its consequences first. */
  readonly outward?: (props: StepDialogProps) => ReactNode;
  /** Letters that take a step, by its name (`act`), while nothing is being typed. */
  readonly keys?: Readonly<Record<string, readonly string[]>>;
  /** Called at once where there is nothing to ask. It may answer a promise; the dialog closes with it. */
  readonly onTake: Take | ((step: Step, answers: Answers) => Promise<unknown>);
}

/** The buttons of a thing, and the questions behind them. */
export function StepBar({ steps, of, busy = false, small = false, outward, keys = {}, onTake }: Props) {
  const [asking, setAsking] = useState<Step>();
  const [trouble, setTrouble] = useState<string>();
  const ask = (step: Step | undefined): void => {
    setTrouble(undefined);
    setAsking(step);
  };
  const take = (step: Step, answers: Answers): void => {
    Promise.resolve(onTake(step, answers)).then(
      () => ask(undefined),
      // what was answered stays in the dialog, with what the hub said to it
      (cause: unknown) => setTrouble(cause instanceof Error ? cause.message : undefined),
    );
  };
  const begin = (step: Step): void => (asks(step) ? ask(step) : take(step, {}));
  // a letter opens what asks, and leads to what would be done at once: Enter does it
  const lead = (step: Step, letter: string): void =>
    asks(step) ? ask(step) : document.querySelector<HTMLElement>(`[data-letter="${letter}"]`)?.focus();
  const meant = (acts: readonly string[]): Step | undefined =>
    steps.find(({ act, allowed }) => allowed && acts.includes(act));
  const letterOf = ({ act }: Step): string | undefined =>
    Object.keys(keys).find((letter) => keys[letter]?.includes(act));
  useLetterKeys(
    Object.fromEntries(
      Object.entries(keys).flatMap(([letter, acts]) => {
        const step = busy ? undefined : meant(acts);
        return step === undefined ? [] : [[letter, { does: step.label, press: () => lead(step, letter) }]];
      }),
    ),
  );
  return (
    <>
      <Space wrap>
        {steps.map((step) => (
          <StepButton
            key={`${step.act} ${step.about ?? ''} ${step.label}`}
            step={step}
            small={small}
            busy={busy && step.allowed}
            letter={letterOf(step)}
            onClick={() => begin(step)}
          />
        ))}
      </Space>
      {asking !== undefined && (
        <Asking
          step={asking}
          busy={busy}
          {...(of === undefined ? {} : { of })}
          {...(outward === undefined ? {} : { outward })}
          onCancel={() => ask(undefined)}
          {...(trouble === undefined ? {} : { trouble: <Alert type="error" showIcon title={trouble} /> })}
          onTake={(answers) => take(asking, answers)}
        />
      )}
    </>
  );
}

const Asking = ({ outward, ...dialog }: StepDialogProps & Pick<Props, 'outward'>) =>
  dialog.step.outward && outward !== undefined ? outward(dialog) : <StepDialog {...dialog} />;
