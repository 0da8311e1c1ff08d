import { Card, Descriptions } from 'antd';
import { Page } from '../frame/page.tsx';
import { PasswordForm } from './password.form.tsx';
import { SecondFactorCard } from './second-factor.card.tsx';
import { useSession } from './session.ts';

export function AccountPage() {
  const session = useSession().data;
  if (session === undefined || session === null) return null;
  const { person } = session;
  return (
    <Page title="我的账号">
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
        <SecondFactorCard session={session} />
      </Card>
    </Page>
  );
}
