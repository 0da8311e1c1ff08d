import { Form, Modal } from 'antd';
import type { ReactNode } from 'react';
import type { Step } from '../api/hub.types.ts';
import { QuestionItem } from './question.item.tsx';
import { answersTo, isAsked, type Answers } from './steps.ts';

export interface StepDialogProps {
  readonly step: Step;
  /** What it is done to, as the title says. */
  readonly of?: string;
  readonly busy: boolean;
  /** What stands there already, under the names of the questions. */
  readonly before?: Readonly<Record<string, unknown>>;
  /** What the hub said to the last try. */
  readonly trouble?: ReactNode;
  /** What will become of it, shown before the click. */
  readonly consequences?: ReactNode;
  /** What is still to be done here before it may be taken. */
  readonly held?: boolean;
  readonly onCancel: () => void;
  readonly onTake: (answers: Answers) => void;
}

/** Asks what a step needs to know. */
export function StepDialog({
  step,
  of,
  busy,
  before,
  trouble,
  consequences,
  held = false,
  onCancel,
  onTake,
}: StepDialogProps) {
  const [form] = Form.useForm<Answers>();
  return (
    <Modal
      open
      title={of === undefined ? step.label : `${step.label}《${of}》`}
      // a long title ends before the button that closes
      styles={{ header: { paddingInlineEnd: 32 } }}
      width={step.outward || step.ask.some((q) => q.kind === 'rows') ? 860 : 520}
      okText={step.label.startsWith('确认') ? step.label : `确认${step.label}`}
      okButtonProps={{ loading: busy, disabled: held, danger: step.look === 'danger' }}
      onOk={() => form.submit()}
      onCancel={onCancel}
    >
      {trouble}
      {consequences}
      <Form
        form={form}
        layout="vertical"
        style={{ marginTop: 12 }}
        initialValues={{ ...before }}
        onFinish={(answers) => (held ? undefined : onTake(answersTo(step, answers)))}
      >
        {step.ask.filter(isAsked).map((question) => (
          <QuestionItem key={question.name} question={question} />
        ))}
      </Form>
    </Modal>
  );
}
