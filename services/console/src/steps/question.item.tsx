import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Input, InputNumber, Radio, Select, Switch } from 'antd';
import { DayField } from '../frame/day.field.tsx';
import { answerOf, hub } from '../api/hub.client.ts';
import { RowsItem } from './rows.item.tsx';
import type { Asked } from './steps.ts';
import { TemplatedText } from './templated.text.tsx';

/** One question of a step as a part of a form. */
export function QuestionItem({ question }: { question: Asked }) {
  return question.kind === 'rows' ? <RowsItem question={question} /> : <LineItem question={question} />;
}

/** A question that is answered in one line. */
type OneLine = Exclude<Asked, { kind: 'rows' }>;

function LineItem({ question }: { question: OneLine }) {
  const { name, label, required, kind } = question;
  if (kind === 'consent') {
    const ticked = async (_: unknown, value?: boolean): Promise<void> => {
      if (value !== true) throw new Error(label);
    };
    return (
      <Form.Item
        name={name}
        valuePropName="checked"
        rules={[{ validator: ticked, message: `请确认：${label}` }]}
      >
        <Checkbox>{label}</Checkbox>
      </Form.Item>
    );
  }
  if (kind === 'switch') {
    return (
      <Form.Item name={name} label={label} valuePropName="checked" initialValue={false}>
        <Switch />
      </Form.Item>
    );
  }
  // a rule that speaks of white space takes every value for text, and a number for none
  const written = kind === 'line' || kind === 'text' ? { whitespace: true } : {};
  return (
    <Form.Item name={name} label={label} rules={[{ required, ...written, message: `请填写${label}` }]}>
      {inputOf(question)}
    </Form.Item>
  );
}

/** Few ways are shown side by side, many in a list. */
const few = 3;

const optionsOf = ({ choices }: Extract<OneLine, { kind: 'choice' | 'buttons' }>) =>
  choices.map(({ value, title }) => ({ value, label: title }));

function inputOf(question: Exclude<OneLine, { kind: 'switch' }>) {
  switch (question.kind) {
    case 'line':
      return <Input maxLength={question.longest} />;
    case 'text':
      return question.templates === undefined ? (
        <Input.TextArea rows={3} maxLength={question.longest} />
      ) : (
        <TemplatedText templates={question.templates} longest={question.longest} />
      );
    case 'number':
      return <InputNumber min={question.from} max={question.to} />;
    case 'date':
      return <DayField from={question.from} to={question.to} />;
    case 'choice': {
      const options = optionsOf(question);
      return options.length <= few ? <Radio.Group options={options} /> : <Select options={options} />;
    }
    case 'buttons':
      return <Radio.Group optionType="button" size="large" options={optionsOf(question)} />;
    case 'deny-code':
      return <CodeSelect />;
    case 'consent':
      return <Checkbox />;
  }
}

function CodeSelect(props: { value?: string; onChange?: (value: string) => void }) {
  const codes = useQuery({
    queryKey: ['deny-codes'],
    queryFn: () => answerOf(hub.GET('/api/v1/catalogue/deny-codes')),
    retry: false,
  });
  return (
    <Select
      {...props}
      allowClear
      options={(codes.data?.codes ?? []).map((c) => ({ value: c.code, label: `${c.code} ${c.title}` }))}
      placeholder="可不选"
    />
  );
}
