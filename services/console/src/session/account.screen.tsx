import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Descriptions, Form, Input, QRCode, Space, Typography } from 'antd';
import { useState } from 'react';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Session } from '../api/hub.types.ts';
import type { Screen } from '../app/screens.ts';
import { PasswordForm } from './password.form.tsx';
import { useSession } from './session.ts';

function AccountPage() {
  const session = useSession().data;
  if (session === undefined || session === null) return null;
  const { person } = session;
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Typography.Title level={4} style={{ margin: 0 }}>
        我的账号
      </Typography.Title>
      <Descriptions
        size="small"
        bordered
        column={1}
        items={[
          { key: 'name', label: '用户名', children: person.name },
          { key: 'title', label: '名称', children: person.title },
          { key: 'organisation', label: '所在机构', children: person.organisation },
        ]}
      />
      <Card size="small" title="修改密码">
        <PasswordForm />
      </Card>
      <Card size="small" title="动态码（第二重验证）">
        <SecondFactor session={session} />
      </Card>
    </Space>
  );
}

function SecondFactor({ session }: { session: Session }) {
  const queries = useQueryClient();
  const [begun, setBegun] = useState<{ uri: string; secret: string }>();
  const refresh = () => queries.invalidateQueries({ queryKey: ['session'] });
  const begin = useMutation({
    mutationFn: (given: { readonly password: string }) =>
      answerOf(hub.POST('/api/v1/session/second-factor', { body: given })),
    onSuccess: setBegun,
  });
  const confirm = useMutation({
    mutationFn: (given: { readonly code: string }) =>
      answerOf(hub.POST('/api/v1/session/second-factor/confirm', { body: given })),
    onSuccess: () => {
      setBegun(undefined);
      return refresh();
    },
  });
  const end = useMutation({
    mutationFn: (given: { readonly password: string }) =>
      answerOf(hub.POST('/api/v1/session/second-factor/end', { body: given })),
    onSuccess: refresh,
  });
  const error = begin.error ?? confirm.error ?? end.error;
  return (
    <Space orientation="vertical" size={12}>
      {error !== null && <Alert type="error" showIcon title={error.message} />}
      {session.secondFactor ? (
        <Typography.Text type="success">已启用：登录时需要验证器应用中的动态码。</Typography.Text>
      ) : (
        <Typography.Text type="secondary">未启用。启用后，即使密码泄露，别人也不能登录。</Typography.Text>
      )}
      {begun === undefined ? (
        <Form
          layout="inline"
          onFinish={(given: { readonly password: string }) => {
            begin.reset();
            end.reset();
            (session.secondFactor ? end : begin).mutate(given);
          }}
        >
          <Form.Item name="password" rules={[{ required: true, message: '请输入当前密码' }]}>
            <Input.Password placeholder="当前密码" autoComplete="current-password" />
          </Form.Item>
          <Button htmlType="submit" danger={session.secondFactor} loading={begin.isPending || end.isPending}>
            {session.secondFactor ? '关闭动态码' : '启用动态码'}
          </Button>
        </Form>
      ) : (
        <>
          <QRCode value={begun.uri} />
          <Typography.Text>
            用验证器应用扫码，或手工输入密钥{' '}
            <Typography.Text code copyable>
              {begun.secret}
            </Typography.Text>
            ，再填它显示的六位码：
          </Typography.Text>
          <Form layout="inline" onFinish={(given: { readonly code: string }) => confirm.mutate(given)}>
            <Form.Item
              name="code"
              rules={[{ required: true, pattern: /^\d{6}$/, message: '请输入六位数字' }]}
            >
              <Input placeholder="六位动态码" maxLength={6} autoComplete="one-time-code" />
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={confirm.isPending}>
              确认启用
            </Button>
          </Form>
        </>
      )}
    </Space>
  );
}

export const screen: Screen = { key: 'account', label: '我的账号', group: '管理', Page: AccountPage };
