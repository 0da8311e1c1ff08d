import { App, Button, Space, Upload } from 'antd';
import { answerOf, asForm, hub } from '../api/hub.client.ts';
import type { Source } from '../api/hub.types.ts';
import { formatOf, readTextFile } from './text.file.ts';

/** As the hub keeps it. */
export interface Attachment {
  readonly name: string;
  readonly bytes: number;
  readonly href: string;
}
interface Props {
  /** A text from a file takes the place of what is written. */
  readonly onText: (format: Source['format'], source: string) => void;
  readonly onAttachment: (file: Attachment) => void;
}

/** Brings in a text file, a Word document, or a file to go along. */
export function FileButtons({ onText, onAttachment }: Props) {
  const { message, modal } = App.useApp();
  const tell = (error: unknown): void =>
    void message.error(error instanceof Error ? error.message : String(error));
  const text = async (file: File): Promise<void> => onText(formatOf(file.name), await readTextFile(file));
  const word = async (file: File): Promise<void> => {
    const { source, losses } = await answerOf(
      hub.POST('/api/v1/imports/word', { body: { file }, bodySerializer: asForm }),
    );
    onText('html', source);
    if (losses.length > 0)
      modal.warning({
        title: '已导入；下面这些内容与原文不同，请逐条核对',
        content: losses.map(({ message: words, remedy }) => <p key={words}>{`${words}${remedy}`}</p>),
      });
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
    <Space style={{ marginTop: 28 }}>
      {button('打开文本…', '.txt,.md,.markdown,.html,.htm', text)}
      {button('导入 Word…', '.docx', word)}
      {button('添加附件…', '.pdf,.ofd,.docx,.xlsx,.pptx,.png,.jpg,.jpeg,.gif,.webp', attach)}
    </Space>
  );
}
