import { Button, Tooltip } from 'antd';
import type { Step } from '../api/hub.types.ts';

interface Props {
  readonly step: Step;
  readonly busy?: boolean;
  readonly small?: boolean;
  readonly onClick: () => void;
}

/** A step as the hub wants it drawn; one that is not allowed tells why. */
export function StepButton({ step, busy = false, small = false, onClick }: Props) {
  const button = (
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
  );
  return step.allowed ? button : <Tooltip title={step.why}>{button}</Tooltip>;
}
