import { Button, Input, Space, Typography, type GetRef } from 'antd';

import { useRef } from 'react';
import { firstBlank, joined, type Template } from './templates.ts';

interface Props {
  readonly templates: readonly Template[];
  readonly longest: number;
  /** From the form that it stands in. */
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}

/** A text that may begin with what is often written; what it leaves open is selected, to be typed over. */
export function TemplatedText({ templates, longest, id, value = '', onChange }: Props) {
  const area = useRef<GetRef<typeof Input.TextArea>>(null);
  const choose = ({ words }: Template): void => {
    const next = joined(value, words);
    onChange?.(next);
    // once the text stands there
    requestAnimationFrame(() => {
      const field = area.current?.resizableTextArea?.textArea;
      const [from, to] = firstBlank(next, value.length);
      field?.focus();
      field?.setSelectionRange(from, to);
    });
  };
  return (
    <>
      <Space wrap size={[8, 8]} style={{ marginBottom: 8 }}>
        <Typography.Text type="secondary">常用：</Typography.Text>
        {templates.map((template) => (
          <Button key={template.title} size="small" onClick={() => choose(template)}>
            {template.title}
          </Button>
        ))}
      </Space>
      <Input.TextArea
        ref={area}
        {...(id === undefined ? {} : { id })}
        rows={5}
        maxLength={longest}
        value={value}
        onChange={({ target }) => onChange?.(target.value)}
      />
    </>
  );
}
