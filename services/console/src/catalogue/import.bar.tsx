import { Button, Radio, Space, Upload } from 'antd';
import { useState } from 'react';
import type { ImportMode } from './versions.ts';

interface Props {
  readonly busy: boolean;
  readonly onFile: (given: { readonly file: File; readonly mode: ImportMode }) => void;
}

/** Takes a file in, as the whole catalogue or into the one in force. */
export function ImportBar({ busy, onFile }: Props) {
  const [mode, setMode] = useState<ImportMode>('replace');
  return (
    <Space wrap>
      <Radio.Group
        value={mode}
        onChange={(event) => setMode(event.target.value as ImportMode)}
        options={[
          { value: 'replace', label: '作为全部目录' },
          { value: 'merge', label: '并入现行目录' },
        ]}
      />
      <Upload
        accept=".xlsx,.csv,.json"
        showUploadList={false}
        beforeUpload={(file) => {
          onFile({ file, mode });
          return false;
        }}
      >
        <Button type="primary" loading={busy}>
          导入 XLSX、CSV、JSON…
        </Button>
      </Upload>
    </Space>
  );
}
