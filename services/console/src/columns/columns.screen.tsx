import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  Alert,
  Button,
  Drawer,
  Form,
  Input,
  InputNumber,
  Select,
  Space,
  Switch,
  Table,
  Tag,
  Typography,
} from 'antd';
import { useState } from 'react';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Screen } from '../app/screens.ts';
import { useColumns, useTypes, type Column } from './columns.ts';
import { may, useSession } from '../session/session.ts';

const levels = ['', '一审', '二审', '三审'];

function ColumnsPage() {
  const queries = useQueryClient();
  const keeps = may(useSession().data, 'disclosure-officer');
  const [open, setOpen] = useState<Column>();
  const list = useColumns();
  const types = useTypes();
  const change = useMutation({
    mutationFn: ({ code, ...facts }: Column) =>
      answerOf(hub.PUT('/api/v1/columns/{code}', { params: { path: { code } }, body: facts })),
    onSuccess: () => {
      setOpen(undefined);
      return queries.invalidateQueries({ queryKey: ['columns'] });
    },
  });
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Typography.Title level={4} style={{ margin: 0 }}>
        栏目与审核级数
      </Typography.Title>
      {list.error !== null && <Alert type="error" showIcon title={list.error.message} />}
      <Table<Column>
        rowKey="code"
        size="small"
        loading={list.isPending}
        dataSource={list.data ?? []}
        pagination={false}
        columns={[
          {
            title: '栏目',
            render: (_, c) => (
              <>
                {c.title}
                {c.abolished && <Tag style={{ marginLeft: 8 }}>已撤销</Tag>}
              </>
            ),
          },
          { title: '代码', dataIndex: 'code' },
          { title: '负责机构', dataIndex: 'owner' },
          {
            title: '审核',
            render: (_, c) =>
              `${levels[c.reviewLevels] ?? c.reviewLevels}${c.secrecyReview ? '＋保密审查' : ''}`,
          },
          {
            title: '默认类型',
            render: (_, c) => types.data?.find((t) => t.code === c.defaultType)?.title ?? c.defaultType,
          },
          { title: '更新要求', dataIndex: 'freshness' },
          {
            title: '',
            render: (_, c) =>
              keeps ? (
                <Button size="small" onClick={() => setOpen(c)}>
                  修改
                </Button>
              ) : null,
          },
        ]}
      />
      {open !== undefined && (
        <Drawer open size="large" title={open.title} onClose={() => setOpen(undefined)}>
          {change.error !== null && (
            <Alert type="error" showIcon title={change.error.message} style={{ marginBottom: 12 }} />
          )}
          <Form<Column>
            layout="vertical"
            initialValues={open}
            onFinish={(values) => change.mutate({ ...open, ...values })}
          >
            <Form.Item name="title" label="名称" rules={[{ required: true, message: '请填写名称' }]}>
              <Input maxLength={30} />
            </Form.Item>
            <Form.Item name="reviewLevels" label="审核级数（1–3）">
              <InputNumber min={1} max={3} />
            </Form.Item>
            <Form.Item name="secrecyReview" label="保密审查" valuePropName="checked">
              <Switch />
            </Form.Item>
            <Form.Item name="defaultType" label="默认类型">
              <Select options={(types.data ?? []).map((t) => ({ value: t.code, label: t.title }))} />
            </Form.Item>
            <Form.Item name="abolished" label="已撤销" valuePropName="checked">
              <Switch />
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={change.isPending}>
              保存
            </Button>
          </Form>
        </Drawer>
      )}
    </Space>
  );
}

export const screen: Screen = { key: 'columns', label: '栏目', group: '目录与期限', Page: ColumnsPage };
