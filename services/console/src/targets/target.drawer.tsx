import { Drawer, Space, Spin } from 'antd';
import { Trouble } from '../frame/page.tsx';
import { StepBar } from '../steps/step.bar.tsx';
import { asks, stepIn } from '../steps/steps.ts';
import { TargetForm } from './target.form.tsx';
import { usePut, useTarget, useTurn, type Register, type TargetDetail } from './targets.ts';

interface Props {
  readonly register: Register;
  /** Undefined for a new one. */
  readonly id: string | undefined;
  readonly onClose: () => void;
}

/** One target: what is known of it, and what may be done with it. */
export function TargetDrawer({ register, id, onClose }: Props) {
  const target = useTarget(register.channel, id);
  return (
    <Drawer
      open
      size="large"
      title={id === undefined ? '登记终端' : (target.data?.title ?? id)}
      onClose={onClose}
    >
      <Trouble errors={[target.error]} />
      {id !== undefined && target.isPending && <Spin />}
      {target.data !== undefined && <Turning register={register} target={target.data} />}
      {(id === undefined || target.data !== undefined) && (
        <Editing register={register} target={target.data ?? null} onSaved={onClose} />
      )}
    </Drawer>
  );
}

function Turning({ register, target }: { readonly register: Register; readonly target: TargetDetail }) {
  const turn = useTurn(register.channel, target);
  return (
    <Space orientation="vertical" style={{ width: '100%', marginBottom: 16 }}>
      <Trouble errors={[turn.error]} />
      <StepBar
        steps={target.steps.filter(asks)}
        of={target.title}
        busy={turn.isPending}
        onTake={(step, answers) => turn.mutateAsync({ step, answers })}
      />
    </Space>
  );
}

interface EditingProps {
  readonly register: Register;
  readonly target: TargetDetail | null;
  readonly onSaved: () => void;
}
function Editing({ register, target, onSaved }: EditingProps) {
  const put = usePut(register.channel);
  const steps = target === null ? register.steps : target.steps;
  const step = stepIn(steps, target === null ? 'create' : 'change');
  if (step === undefined || !step.allowed) return null;
  return (
    <>
      <Trouble errors={[put.error]} />
      <TargetForm
        kinds={register.kinds}
        target={target}
        busy={put.isPending}
        refusal={put.error}
        onSave={(id, body) => put.mutate({ id, body }, { onSuccess: onSaved })}
      />
    </>
  );
}
