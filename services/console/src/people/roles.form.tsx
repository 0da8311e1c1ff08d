import { Button, Form, Select } from 'antd';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Role } from '../api/hub.types.ts';
import type { Account, Change, NamedRole } from './people.ts';

/** What the person may do. */
export function RolesForm({
  person: { name, version, roles: held },
  roles,
  change,
}: FormProps & { readonly roles: readonly NamedRole[] }) {
  const save = (given: { roles: Role[] }): void =>
    change.mutate(() =>
      answerOf(
        hub.PUT('/api/v1/people/{name}/roles', {
          params: { path: { name } },
          body: { version, roles: given.roles },
        }),
      ),
    );
  return (
    <Form name="roles" layout="vertical" initialValues={{ roles: held }} onFinish={save}>
      <Form.Item name="roles" label="角色">
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={roles.map(({ role, title }) => ({ value: role, label: title }))}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        保存授权
      </Button>
    </Form>
  );
}

export interface FormProps {
  readonly person: Account;
  readonly change: Change;
}
