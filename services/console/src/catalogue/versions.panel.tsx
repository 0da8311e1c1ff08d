import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Drawer, Form, Input, Radio, Space, Table, Tag, Typography, Upload } from 'antd';
import { useState } from 'react';
import { answerOf, asForm, hub } from '../api/hub.client.ts';
import type { paths } from '../api/hub.generated.ts';
import type { Answer, ItemOf } from '../api/hub.types.ts';
import { may, useSession } from '../session/session.ts';

type Version = ItemOf<'/api/v1/catalogue/versions'>;
type Diff = Answer<'/api/v1/catalogue/versions/{number}/diff/{other}'>;
type Report = paths['/api/v1/catalogue/imports']['post']['responses'][200]['content']['application/json'];
type Row = Report['rows'][number];

const states = {
  draft: ['草案', 'gold'],
  adopted: ['已通过', 'blue'],
  dropped: ['已作废', 'default'],
} as const;

export function VersionsPanel() {
  const queries = useQueryClient();
  const keeps = may(useSession().data, 'disclosure-officer');
  const [mode, setMode] = useState<'replace' | 'merge'>('replace');
  const [open, setOpen] = useState<Version>();
  const versions = useQuery({
    queryKey: ['catalogue', 'versions'],
    queryFn: async () => (await answerOf(hub.GET('/api/v1/catalogue/versions'))).items,
  });
  const refresh = () => queries.invalidateQueries({ queryKey: ['catalogue'] });
  const bring = useMutation({
    mutationFn: (file: File) =>
      answerOf(
        hub.POST('/api/v1/catalogue/imports', {
          params: { query: { mode } },
          body: { file },
          bodySerializer: asForm,
        }),
      ),
    onSuccess: refresh,
  });
  const current = versions.data?.find((v) => v.inForce);
  return (
    <Space orientation="vertical" size={12} style={{ width: '100%' }}>
      {keeps && (
        <Space wrap>
          <Radio.Group
            value={mode}
            onChange={(event) => setMode(event.target.value as typeof mode)}
            options={[
              { value: 'replace', label: '作为全部目录' },
              { value: 'merge', label: '并入现行目录' },
            ]}
          />
          <Upload
            accept=".xlsx,.csv,.json"
            showUploadList={false}
            beforeUpload={(file) => {
              bring.mutate(file);
              return false;
            }}
          >
            <Button type="primary" loading={bring.isPending}>
              导入 XLSX、CSV、JSON…
            </Button>
          </Upload>
        </Space>
      )}
      {bring.error !== null && <Alert type="error" showIcon title={bring.error.message} />}
      {bring.data !== undefined && <ReportView report={bring.data} />}
      <Table<Version>
        rowKey="number"
        size="small"
        loading={versions.isPending}
        dataSource={versions.data ?? []}
        pagination={false}
        columns={[
          { title: '版本', dataIndex: 'number', width: 70 },
          { title: '名称', dataIndex: 'title' },
          { title: '来源', dataIndex: 'origin' },
          {
            title: '状态',
            width: 140,
            render: (_, v) => (
              <>
                {v.inForce ? (
                  <Tag color="green">现行</Tag>
                ) : (
                  <Tag color={states[v.state][1]}>{states[v.state][0]}</Tag>
                )}
              </>
            ),
          },
          { title: '生效', width: 120, render: (_, v) => v.effectiveFrom ?? '—' },
          {
            title: '事项',
            width: 120,
            render: (_, v) => (
              <>
                {v.items}
                {v.incomplete > 0 && (
                  <Tag color="red" style={{ marginLeft: 8 }}>
                    缺要素 {v.incomplete}
                  </Tag>
                )}
              </>
            ),
          },
          {
            title: '',
            width: 150,
            render: (_, v) =>
              v === current ? null : (
                <Button size="small" onClick={() => setOpen(v)}>
                  比较{keeps && v.state === 'draft' ? '与生效' : ''}
                </Button>
              ),
          },
        ]}
      />
      {open !== undefined && (
        <VersionDrawer
          version={open}
          current={current}
          keeps={keeps}
          onClose={() => setOpen(undefined)}
          onDone={() => {
            setOpen(undefined);
            void refresh();
          }}
        />
      )}
    </Space>
  );
}

function ReportView({ report }: { report: Report }) {
  const told = report.rows.filter((r) => r.problems.length + r.advice.length > 0);
  return (
    <>
      <Alert
        showIcon
        type={report.bad > 0 ? 'error' : report.incomplete > 0 ? 'warning' : 'success'}
        title={
          report.bad > 0
            ? `有 ${report.bad} 行读不出来，没有导入任何内容；请改正后重新导入。`
            : `读入 ${report.good} 行，成为第 ${report.catalogue?.number ?? '—'} 版草案${report.incomplete > 0 ? `；${report.incomplete} 项要素不全，补齐前不能生效` : ''}。`
        }
      />
      {told.length > 0 && (
        <Table<Row>
          rowKey="row"
          size="small"
          dataSource={told}
          pagination={{ pageSize: 10, showSizeChanger: false }}
          columns={[
            { title: '行', dataIndex: 'row', width: 60 },
            { title: '编码', dataIndex: 'id', width: 110 },
            { title: '名称', dataIndex: 'name', width: 200 },
            {
              title: '结果',
              render: (_, r) => (
                <>
                  {r.problems.map((p) => (
                    <div key={p}>
                      <Tag color="red">错误</Tag>
                      {p}
                    </div>
                  ))}
                  {r.advice.map((a) => (
                    <div key={a}>
                      <Tag color="orange">提示</Tag>
                      {a}
                    </div>
                  ))}
                </>
              ),
            },
          ]}
        />
      )}
    </>
  );
}

function VersionDrawer({
  version: v,
  current,
  keeps,
  onClose,
  onDone,
}: {
  version: Version;
  current: Version | undefined;
  keeps: boolean;
  onClose: () => void;
  onDone: () => void;
}) {
  const diff = useQuery({
    queryKey: ['catalogue', 'diff', current?.number, v.number],
    enabled: current !== undefined,
    queryFn: () =>
      answerOf(
        hub.GET('/api/v1/catalogue/versions/{number}/diff/{other}', {
          params: { path: { number: current?.number ?? 0, other: v.number } },
        }),
      ),
  });
  const seen = { params: { path: { number: v.number } } };
  const adopt = useMutation({
    mutationFn: ({ effectiveFrom }: { effectiveFrom: string }) =>
      answerOf(
        hub.POST('/api/v1/catalogue/versions/{number}/adopt', {
          ...seen,
          body: { version: v.version, effectiveFrom },
        }),
      ),
    onSuccess: onDone,
  });
  const drop = useMutation({
    mutationFn: () =>
      answerOf(
        hub.POST('/api/v1/catalogue/versions/{number}/drop', { ...seen, body: { version: v.version } }),
      ),
    onSuccess: onDone,
  });
  const error = adopt.error ?? drop.error;
  const names = (list: Diff['added']) =>
    list.length === 0 ? '无' : list.map((i) => `${i.id} ${i.name}`).join('；');
  return (
    <Drawer
      open
      size="large"
      title={`第 ${v.number} 版，与现行第 ${current?.number ?? '—'} 版比较`}
      onClose={onClose}
    >
      {error !== null && (
        <Alert
          type="error"
          showIcon
          title={error.message}
          style={{ marginBottom: 12, whiteSpace: 'pre-wrap' }}
        />
      )}
      {keeps && v.state === 'draft' && (
        <Space wrap style={{ marginBottom: 16 }}>
          <Form layout="inline" onFinish={(given: { effectiveFrom: string }) => adopt.mutate(given)}>
            <Form.Item
              name="effectiveFrom"
              label="生效日期"
              rules={[{ required: true, message: '请填写生效日期' }]}
            >
              <Input type="date" />
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={adopt.isPending}>
              通过并生效
            </Button>
          </Form>
          <Button danger onClick={() => drop.mutate()}>
            作废草案
          </Button>
        </Space>
      )}
      {diff.error !== null && <Alert type="error" showIcon title={diff.error.message} />}
      {diff.data !== undefined && (
        <>
          <Typography.Paragraph>新增：{names(diff.data.added)}</Typography.Paragraph>
          <Typography.Paragraph>删除：{names(diff.data.removed)}</Typography.Paragraph>
          {diff.data.changed.map((c) => (
            <Typography.Paragraph key={c.id}>
              <b>
                {c.id} {c.name}
              </b>
              {c.changes.map((d) => (
                <div key={d.element}>
                  {d.element}：<del>{d.was || '（空）'}</del> → <ins>{d.is || '（空）'}</ins>
                </div>
              ))}
            </Typography.Paragraph>
          ))}
          {diff.data.changed.length === 0 && <Typography.Paragraph>修改：无</Typography.Paragraph>}
        </>
      )}
    </Drawer>
  );
}
