import { App, Input, type FormInstance } from 'antd';
import type { ClipboardEvent } from 'react';
import { pasteTable } from './body.paste.ts';
import type { Written } from './written.ts';

interface Props {
  readonly form: FormInstance<Written>;
  /** From the form, as the value is: the label names it. */
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}

/** The text of the notice. A table that is pasted from Word, WPS, a spreadsheet or a page stays a table. */
export function BodyArea({ form, id, value, onChange }: Props) {
  const { message } = App.useApp();
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const { selectionStart: from, selectionEnd: to } = event.currentTarget;
    const format = form.getFieldValue('format') as Written['format'];
    const html = event.clipboardData.getData('text/html');
    const pasted = pasteTable({ format, source: value ?? '', from, to }, html);
    if (pasted === null) return;
    event.preventDefault();
    form.setFieldsValue(pasted);
    void message.success('已按表格粘贴，请在下方预览中核对');
  };
  return (
    <Input.TextArea
      {...(id === undefined ? {} : { id })}
      autoSize={{ minRows: 12, maxRows: 26 }}
      value={value}
      onChange={(event) => onChange?.(event.target.value)}
      onPaste={paste}
    />
  );
}
