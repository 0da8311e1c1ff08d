import { useEditorState, type Editor } from '@tiptap/react';
import { Button, Divider, Select, Space, Upload } from 'antd';

interface Props {
  readonly editor: Editor;
  readonly onPicture: (file: File) => void;
  readonly onLibrary: () => void;
}

const levels = [
  { value: 0, label: '正文' },
  { value: 2, label: '一级标题（一、）' },
  { value: 3, label: '二级标题（（一））' },
  { value: 4, label: '三级标题（1.）' },
  { value: 5, label: '四级标题（(1)）' },
];

type Heading = 2 | 3 | 4 | 5;
const isHeading = (level: number): level is Heading => level >= 2;

/** What can be done with the words where the cursor is. */
export function EditorToolbar({ editor, onPicture, onLibrary }: Props) {
  const at = useEditorState({
    editor,
    selector: ({ editor: e }) => ({
      level: (e.getAttributes('heading')['level'] as number | undefined) ?? 0,
      bold: e.isActive('bold'),
      underline: e.isActive('underline'),
      bulletList: e.isActive('bulletList'),
      orderedList: e.isActive('orderedList'),
      inTable: e.isActive('table'),
      canUndo: e.can().undo(),
      canRedo: e.can().redo(),
    }),
  });
  const does = () => editor.chain().focus();
  return (
    <div
      role="toolbar"
      aria-label="正文格式"
      style={{ padding: '6px 8px', borderBottom: '1px solid var(--ant-color-border-secondary)' }}
    >
      <Space wrap size={4} separator={<Divider orientation="vertical" style={{ margin: 0 }} />}>
        <Space size={2}>
          <Tool label="撤消" isOff={!at.canUndo} onUse={() => does().undo().run()} />
          <Tool label="重做" isOff={!at.canRedo} onUse={() => does().redo().run()} />
        </Space>
        <Select
          size="small"
          aria-label="段落级别"
          style={{ width: 150 }}
          value={at.level}
          options={levels}
          onChange={(level) =>
            isHeading(level) ? does().setHeading({ level }).run() : does().setParagraph().run()
          }
        />
        <Space size={2}>
          <Tool label="加粗" isOn={at.bold} onUse={() => does().toggleBold().run()} />
          <Tool label="下划线" isOn={at.underline} onUse={() => does().toggleUnderline().run()} />
        </Space>
        <Space size={2}>
          <Tool label="编号列表" isOn={at.orderedList} onUse={() => does().toggleOrderedList().run()} />
          <Tool label="符号列表" isOn={at.bulletList} onUse={() => does().toggleBulletList().run()} />
        </Space>
        <Space size={2}>
          <Upload
            accept="image/*"
            showUploadList={false}
            beforeUpload={(file) => {
              onPicture(file);
              return false;
            }}
          >
            <Tool label="图片" onUse={() => undefined} />
          </Upload>
          <Tool label="图片库" onUse={onLibrary} />
          <Tool
            label="要点"
            onUse={() =>
              does()
                .insertContent({ type: 'keyFacts', attrs: { facts: [{ label: '', value: '' }] } })
                .run()
            }
          />
          <Tool label="联系方式" onUse={() => does().insertContent({ type: 'contact' }).run()} />
          <Tool label="分隔线" onUse={() => does().insertContent({ type: 'divider' }).run()} />
          <Tool
            label="表格"
            isOff={at.inTable}
            onUse={() => does().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}
          />
        </Space>
        {at.inTable && <TableTools editor={editor} />}
      </Space>
    </div>
  );
}

const TableTools = ({ editor }: { readonly editor: Editor }) => {
  const does = () => editor.chain().focus();
  return (
    <Space size={2} wrap>
      <Tool label="加行" onUse={() => does().addRowAfter().run()} />
      <Tool label="删行" onUse={() => does().deleteRow().run()} />
      <Tool label="加列" onUse={() => does().addColumnAfter().run()} />
      <Tool label="删列" onUse={() => does().deleteColumn().run()} />
      <Tool label="合并或拆分" onUse={() => does().mergeOrSplit().run()} />
      <Tool label="表头行" onUse={() => does().toggleHeaderRow().run()} />
      <Tool label="删除表格" onUse={() => does().deleteTable().run()} />
    </Space>
  );
};

interface ToolProps {
  readonly label: string;
  readonly isOn?: boolean;
  readonly isOff?: boolean;
  readonly onUse: () => unknown;
}
const Tool = ({ label, isOn = false, isOff = false, onUse }: ToolProps) => (
  <Button
    size="small"
    type={isOn ? 'primary' : 'text'}
    aria-pressed={isOn}
    disabled={isOff}
    // the words stay selected
    onMouseDown={(event) => event.preventDefault()}
    onClick={onUse}
  >
    {label}
  </Button>
);
