import { Button } from 'antd';
import type { Step } from '../api/hub.types.ts';
import { Why } from './why.tsx';

interface Props {
  readonly step: Step;
  readonly busy?: boolean;
  readonly small?: boolean;
  readonly onClick: () => void;
}

/** A step as the hub wants it drawn; one that is not allowed tells why. */
export const StepButton = ({ step, busy = false, small = false, onClick }: Props) => (
  <Why step={step}>
    <Button
      type={step.look === 'primary' ? 'primary' : 'default'}
      danger={step.look === 'danger'}
      size={small ? 'small' : 'medium'}
      disabled={!step.allowed}
      loading={busy}
      onClick={onClick}
    >
      {step.label}
    </Button>
  </Why>
);
