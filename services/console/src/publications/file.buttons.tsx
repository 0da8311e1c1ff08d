import { App, Button, Space, Upload } from 'antd';
import type { ReactNode } from 'react';
import { answerOf, asForm, hub } from '../api/hub.client.ts';
import type { SourceReading } from '../api/hub.types.ts';
import { useLossesTold } from '../editor/losses.told.tsx';
import { readFileSource } from '../editor/reading.ts';

/** As the hub keeps it. */
export interface Attachment {
  readonly name: string;
  readonly bytes: number;
  readonly href: string;
}
interface Props {
  /** A text from a file takes the place of what is written. */
  readonly onText: (read: SourceReading) => void;
  readonly onAttachment: (file: Attachment) => void;
  /** Other ways to begin. */
  readonly children?: ReactNode;
}

/** Brings in a document as the text, or a file to go along. */
export function FileButtons({ onText, onAttachment, children }: Props) {
  const { message } = App.useApp();
  const tellLosses = useLossesTold();
  const tell = (error: unknown): void =>
    void message.error(error instanceof Error ? error.message : String(error));
  const text = async (file: File): Promise<void> => {
    const read = await readFileSource(file);
    onText(read);
    tellLosses(read.losses);
  };
  const attach = async (file: File): Promise<void> =>
    onAttachment(await answerOf(hub.POST('/api/v1/attachments', { body: { file }, bodySerializer: asForm })));
  const button = (label: string, accept: string, take: (file: File) => Promise<void>) => (
    <Upload
      accept={accept}
      showUploadList={false}
      beforeUpload={(file) => {
        take(file).catch(tell);
        return false;
      }}
    >
      <Button>{label}</Button>
    </Upload>
  );
  return (
    <Space wrap style={{ marginBottom: 16 }}>
      {children}
      {button('导入文件…', '.docx,.xlsx,.csv,.txt,.md,.markdown,.html,.htm', text)}
      {button('添加附件…', '.pdf,.ofd,.docx,.xlsx,.pptx,.png,.jpg,.jpeg,.gif,.webp', attach)}
    </Space>
  );
}
