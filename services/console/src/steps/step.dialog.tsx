import { Flex, Form, Modal } from 'antd';
import type { ReactNode } from 'react';
import type { Step } from '../api/hub.types.ts';
import { QuestionItem } from './question.item.tsx';
import { answersTo, isAnswered, isAsked, takenByTaps, type Answers } from './steps.ts';

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
  const tapped = takenByTaps(step);
  return (
    <Modal
      open
      // a title of the thing would say what is to be chosen anew
      title={of === undefined || tapped ? step.label : `${step.label}《${of}》`}
      // a long title ends before the button that closes
      styles={{ header: { paddingInlineEnd: 32 } }}
      width={step.outward || step.ask.some((q) => q.kind === 'rows') ? 860 : 520}
      okText={step.label.startsWith('确认') ? step.label : `确认${step.label}`}
      okButtonProps={{ loading: busy, disabled: held, danger: step.look === 'danger' }}
      onOk={() => form.submit()}
      footer={tapped ? null : undefined}
      onCancel={onCancel}
    >
      {trouble}
      {!tapped && consequences}
      <Form
        form={form}
        layout="vertical"
        style={{ marginTop: 12 }}
        initialValues={{ ...before }}
        disabled={tapped && (busy || held)}
        onValuesChange={(_, all: Answers) => {
          if (tapped && !busy && !held && isAnswered(step, all)) onTake(answersTo(step, all));
        }}
        onFinish={(answers) => (held ? undefined : onTake(answersTo(step, answers)))}
      >
        {step.ask.filter(isAsked).map((question) => (
          <QuestionItem key={question.name} question={question} />
        ))}
      </Form>
      {tapped && (
        <Flex vertical gap={12}>
          <strong>
            请按您核实的情况重新选择；选完最后一项即{step.label.replace(/^确认/u, '')}，不再询问。
          </strong>
          {consequences}
        </Flex>
      )}
    </Modal>
  );
}
