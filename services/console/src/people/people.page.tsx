import { Alert, Space, Typography } from 'antd';
import { useOpened } from '../frame/opened.tsx';
import { stepOn, useSession } from '../session/session.ts';
import { ResetCode } from './reset.code.tsx';
import { NewPersonForm } from './new-person.form.tsx';
import { useCreatePerson, usePeople } from './people.ts';
import { PeopleTable } from './people.table.tsx';
import { PersonDrawer } from './person.drawer.tsx';

export function PeoplePage() {
  const session = useSession().data;
  const { open, close } = useOpened();
  const list = usePeople();
  const create = useCreatePerson();
  const roles = list.data?.roles ?? [];
  const current = list.data?.items.find((p) => p.name === open);
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Typography.Title level={1} style={{ margin: 0 }}>
        人员与授权
      </Typography.Title>
      {list.error !== null && <Alert type="error" showIcon title={list.error.message} />}
      {create.error !== null && <Alert type="error" showIcon title={create.error.message} />}
      <ResetCode person={create.data} />
      {stepOn(session, 'people', 'create') !== undefined && (
        <NewPersonForm busy={create.isPending} onCreate={create.mutate} />
      )}
      <PeopleTable people={list.data?.items ?? []} roles={roles} loading={list.isPending} />
      {current !== undefined && (
        <PersonDrawer key={current.name} person={current} roles={roles} onClose={close} />
      )}
    </Space>
  );
}
