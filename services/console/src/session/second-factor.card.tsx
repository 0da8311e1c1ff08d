import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, QRCode, Space, Typography } from 'antd';
import { useState } from 'react';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Body, Session } from '../api/hub.types.ts';
import { Trouble } from '../frame/page.tsx';

type Proof = Body<'/api/v1/session/second-factor'>;
type BothProofs = Body<'/api/v1/session/second-factor/end'>;
type Code = Body<'/api/v1/session/second-factor/confirm'>;
interface Begun {
  readonly uri: string;
  readonly secret: string;
}

/** Begins with a second factor, or does without it again. */
export function SecondFactorCard({ session: { secondFactor } }: { session: Session }) {
  const [begun, setBegun] = useState<Begun>();
  const { begin, confirm, end } = useSecondFactor(setBegun);
  const prove = (given: BothProofs): void => {
    begin.reset();
    end.reset();
    if (secondFactor) end.mutate(given);
    else begin.mutate({ password: given.password });
  };
  return (
    <Space orientation="vertical" size={12}>
      <Trouble errors={[begin.error ?? confirm.error ?? end.error]} />
      {secondFactor ? (
        <Typography.Text type="success">已启用：登录时需要验证器应用中的动态码。</Typography.Text>
      ) : (
        <Typography.Text type="secondary">未启用。启用后，即使密码泄露，别人也不能登录。</Typography.Text>
      )}
      {begun === undefined ? (
        <ProofForm ends={secondFactor} busy={begin.isPending || end.isPending} onProve={prove} />
      ) : (
        <CodeForm begun={begun} busy={confirm.isPending} onCode={confirm.mutate} />
      )}
    </Space>
  );
}

function useSecondFactor(setBegun: (begun: Begun | undefined) => void) {
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['session'] });
  const begin = useMutation({
    mutationFn: (body: Proof) => answerOf(hub.POST('/api/v1/session/second-factor', { body })),
    onSuccess: setBegun,
  });
  const confirm = useMutation({
    mutationFn: (body: Code) => answerOf(hub.POST('/api/v1/session/second-factor/confirm', { body })),
    onSuccess: () => {
      setBegun(undefined);
      return refresh();
    },
  });
  const end = useMutation({
    mutationFn: (body: BothProofs) => answerOf(hub.POST('/api/v1/session/second-factor/end', { body })),
    onSuccess: refresh,
  });
  return { begin, confirm, end };
}

interface ProofProps {
  readonly ends: boolean;
  readonly busy: boolean;
  readonly onProve: (given: BothProofs) => void;
}

const ProofForm = ({ ends, busy, onProve }: ProofProps) => (
  <Form name="second-factor" layout="inline" onFinish={onProve}>
    <Form.Item name="password" rules={[{ required: true, message: '请输入当前密码' }]}>
      <Input.Password
        aria-label="当前密码（动态码）"
        placeholder="当前密码"
        autoComplete="current-password"
      />
    </Form.Item>
    {ends && (
      <Form.Item name="code" rules={[{ required: true, pattern: /^\d{6}$/, message: '请输入六位数字' }]}>
        <Input placeholder="当前动态码" maxLength={6} autoComplete="one-time-code" />
      </Form.Item>
    )}
    <Button htmlType="submit" danger={ends} loading={busy}>
      {ends ? '关闭动态码' : '启用动态码'}
    </Button>
  </Form>
);

interface CodeProps {
  readonly begun: Begun;
  readonly busy: boolean;
  readonly onCode: (given: Code) => void;
}

const CodeForm = ({ begun: { uri, secret }, busy, onCode }: CodeProps) => (
  <>
    <QRCode value={uri} />
    <Typography.Text>
      用验证器应用扫码，或手工输入密钥{' '}
      <Typography.Text code copyable>
        {secret}
      </Typography.Text>
      ，再填它显示的六位码：
    </Typography.Text>
    <Form name="second-factor-code" layout="inline" onFinish={onCode}>
      <Form.Item name="code" rules={[{ required: true, pattern: /^\d{6}$/, message: '请输入六位数字' }]}>
        <Input placeholder="六位动态码" maxLength={6} autoComplete="one-time-code" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        确认启用
      </Button>
    </Form>
  </>
);
