import { Alert, Button, Modal, Table, Upload } from 'antd';
import { useState } from 'react';
import type { Problem } from '../api/hub.types.ts';
import { Refused } from '../api/refused.ts';
import { useImport, type ImportReport } from './targets.ts';

const below = { marginBottom: 12 };
type RowProblem = NonNullable<Problem['rows']>[number];

/** A file is tried first; what would happen is shown, and then it is written or not. */
export function ImportPanel({ channel, label }: { readonly channel: string; readonly label: string }) {
  const [file, setFile] = useState<File>();
  const trial = useImport(channel);
  const writing = useImport(channel);
  const close = (): void => {
    setFile(undefined);
    trial.reset();
    writing.reset();
  };
  const take = (chosen: File): false => {
    setFile(chosen);
    trial.mutate({ file: chosen, apply: false });
    return false;
  };
  const error = writing.error ?? trial.error;
  const report = writing.data ?? trial.data;
  return (
    <>
      <Upload accept=".xlsx,.csv" showUploadList={false} beforeUpload={take}>
        <Button loading={trial.isPending}>{label}</Button>
      </Upload>
      {file !== undefined && !trial.isPending && (
        <Modal
          open
          title={`导入“${file.name}”`}
          width={760}
          okText={writing.isSuccess ? '完成' : '确认写入'}
          okButtonProps={{ disabled: error !== null, loading: writing.isPending }}
          onOk={() => (writing.isSuccess ? close() : writing.mutate({ file, apply: true }))}
          onCancel={close}
        >
          {error !== null && <Refusal error={error} />}
          {error === null && report !== undefined && <Report report={report} />}
        </Modal>
      )}
    </>
  );
}

const Report = ({ report }: { readonly report: ImportReport }) => (
  <>
    <Alert
      showIcon
      style={below}
      type={report.applied ? 'success' : 'info'}
      title={`${report.applied ? '已写入' : '试读通过，尚未写入'}：新增 ${report.created}，修改 ${report.changed}，不变 ${report.unchanged}`}
    />
    <Table<ImportReport['rows'][number]>
      rowKey="row"
      size="small"
      dataSource={report.rows}
      pagination={{ pageSize: 10, showSizeChanger: false }}
      columns={[
        { title: '行', dataIndex: 'row', width: 60 },
        { title: '编号', dataIndex: 'target', width: 160 },
        { title: '名称', dataIndex: 'title' },
        { title: '结果', render: (_, r) => (r.what === 'created' ? '新增' : '修改') },
      ]}
    />
  </>
);

function Refusal({ error }: { readonly error: Error }) {
  const rows = error instanceof Refused ? (error.problem.rows ?? []) : [];
  return (
    <>
      <Alert showIcon type="error" title={error.message} style={below} />
      {rows.length > 0 && (
        <Table<RowProblem & { readonly key: number }>
          size="small"
          dataSource={rows.map((row, key) => ({ ...row, key }))}
          pagination={{ pageSize: 10, showSizeChanger: false }}
          columns={[
            { title: '行', dataIndex: 'row', width: 60 },
            { title: '终端', dataIndex: 'target', width: 160 },
            { title: '问题', dataIndex: 'message' },
            { title: '办法', dataIndex: 'remedy' },
          ]}
        />
      )}
    </>
  );
}
