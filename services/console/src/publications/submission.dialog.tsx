import { Button, Checkbox, Input, Modal, Space, Typography } from 'antd';
import { useState, type ReactNode } from 'react';
import { answersOf, isAnswered, type Answered, type Given, type Questions } from './submission.questions.ts';

interface Props {
  readonly questions: Questions;
  /** What was answered to an earlier refusal. */
  readonly before: Answered;
  readonly busy: boolean;
  readonly onAnswer: (answers: Answered) => void;
  readonly onCancel: () => void;
}

const nothing: Given = { ticked: [], reasons: {} };

/**
 * What a submission asks before it goes on: what readers would miss, channel by channel, which channels did not
 * answer, and why one that the law asks for is left out. Or the editor goes back to the words.
 */
export function SubmissionDialog({ questions, before, busy, onAnswer, onCancel }: Props) {
  const [given, setGiven] = useState(nothing);
  const { omissions, silent, required } = questions;
  const send = (said: Given): void => onAnswer(answersOf(questions, said, before));
  const again = (
    <Button key="again" loading={busy} onClick={() => send(given)}>
      再问一次
    </Button>
  );
  return (
    <Modal
      open
      title="送审前请逐项确认"
      okText="确认并提交审核"
      cancelText="返回修改"
      okButtonProps={{ disabled: !isAnswered(questions, given), loading: busy }}
      onOk={() => send(given)}
      onCancel={onCancel}
      footer={(_, { OkBtn, CancelBtn }) => (
        <>
          <CancelBtn />
          {silent.length > 0 && again}
          <OkBtn />
        </>
      )}
    >
      <Space orientation="vertical" size={16} style={{ width: '100%' }}>
        {omissions.length > 0 && <OmissionsPart of={omissions} given={given} onChange={setGiven} />}
        {silent.length > 0 && <SilentPart of={silent} given={given} onChange={setGiven} />}
        {required.length > 0 && <RequiredPart of={required} given={given} onChange={setGiven} />}
      </Space>
    </Modal>
  );
}

interface PartProps<K extends keyof Questions> {
  readonly of: Questions[K];
  readonly given: Given;
  readonly onChange: (given: Given) => void;
}

function OmissionsPart({ of, given, onChange }: PartProps<'omissions'>) {
  return (
    <Part
      title="这些渠道的读者看不到部分内容"
      hint="全文见各渠道所附链接；也可返回，写明摘要，或不选该渠道。"
    >
      {of.map(({ channel, title, messages }) => (
        <div key={channel}>
          <strong>{title}</strong>
          <ul style={{ margin: '4px 0 0', paddingInlineStart: 24 }}>
            {messages.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </div>
      ))}
      <Tick of={of.map(({ key }) => key)} given={given} onChange={onChange}>
        {of.map(({ title }) => title).join('、')}不载以上内容，我已逐项看过
      </Tick>
    </Part>
  );
}

function SilentPart({ of, given, onChange }: PartProps<'silent'>) {
  return (
    <Part
      title="这些渠道没有答复"
      hint="请再问一次。仍不答复的可以先送审：恢复后照常投递，审核人会看到它未经检查。"
    >
      {of.map(({ channel, title, message }) => (
        <div key={channel}>
          <div>{message}</div>
          <Tick of={[channel]} given={given} onChange={onChange}>
            不等{title}答复，先送审
          </Tick>
        </div>
      ))}
    </Part>
  );
}

function RequiredPart({ of, given, onChange }: PartProps<'required'>) {
  const write = (channel: string, reason: string): void =>
    onChange({ ...given, reasons: { ...given.reasons, [channel]: reason } });
  return (
    <Part title="这些渠道依法应当选" hint="请返回选上；确有理由不选的请写明，理由会给审核人看并留存。">
      {of.map(({ channel, title, article, reason }) => (
        <div key={channel}>
          <div>
            {title}：{reason}（{article}）
          </div>
          <Input.TextArea
            aria-label={`不选${title}的理由`}
            placeholder={`不选${title}的理由`}
            maxLength={500}
            value={given.reasons[channel] ?? ''}
            onChange={(event) => write(channel, event.target.value)}
          />
        </div>
      ))}
    </Part>
  );
}

interface TickProps {
  /** All of them at once. */
  readonly of: readonly string[];
  readonly given: Given;
  readonly onChange: (given: Given) => void;
  readonly children: ReactNode;
}

function Tick({ of, given, onChange, children }: TickProps) {
  const rest = given.ticked.filter((one) => !of.includes(one));
  return (
    <Checkbox
      checked={of.every((one) => given.ticked.includes(one))}
      onChange={({ target }) => onChange({ ...given, ticked: target.checked ? [...rest, ...of] : rest })}
    >
      {children}
    </Checkbox>
  );
}

const Part = ({ title, hint, children }: { title: string; hint: string; children: ReactNode }) => (
  <section>
    <Typography.Title level={2} style={{ margin: 0 }}>
      {title}
    </Typography.Title>
    <Typography.Paragraph type="secondary">{hint}</Typography.Paragraph>
    <Space orientation="vertical" size={12} style={{ width: '100%' }}>
      {children}
    </Space>
  </section>
);
