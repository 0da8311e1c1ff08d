import { Button, Form, Input } from 'antd';
import type { NewAccount } from './people.ts';

interface Props {
  readonly busy: boolean;
  readonly onCreate: (given: NewAccount) => void;
}

export const NewPersonForm = ({ busy, onCreate }: Props) => (
  <Form layout="inline" onFinish={onCreate}>
    <Form.Item name="name" rules={[{ required: true, message: '请填写用户名' }]}>
      <Input placeholder="用户名（小写字母开头）" maxLength={30} />
    </Form.Item>
    <Form.Item name="title" rules={[{ required: true, message: '请填写姓名' }]}>
      <Input placeholder="姓名" maxLength={40} />
    </Form.Item>
    <Form.Item name="organisation" rules={[{ required: true, message: '请填写机构代码' }]}>
      <Input placeholder="机构代码" maxLength={40} />
    </Form.Item>
    <Button type="primary" htmlType="submit" loading={busy}>
      新建账号
    </Button>
  </Form>
);
