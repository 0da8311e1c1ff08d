import { Button } from 'antd';
import type { Step } from '../api/hub.types.ts';
import { Why } from './why.tsx';

interface Props {
  readonly step: Step;
  readonly busy?: boolean;
  readonly small?: boolean;
  /** The letter that leads to it. */
  readonly letter?: string | undefined;
  readonly onClick: () => void;
}

/** A step as the hub wants it drawn; one that is not allowed tells why. */
export const StepButton = ({ step, busy = false, small = false, letter, onClick }: Props) => (
  <Why step={step}>
    <Button
      type={step.look === 'primary' ? 'primary' : 'default'}
      danger={step.look === 'danger'}
      size={small ? 'small' : 'medium'}
      disabled={!step.allowed}
      loading={busy}
      data-letter={letter}
      aria-keyshortcuts={letter?.toUpperCase()}
      title={letter === undefined ? undefined : `按 ${letter.toUpperCase()} 键`}
      onClick={onClick}
    >
      {step.label}
    </Button>
  </Why>
);
