import { Alert, Drawer, Space } from 'antd';
import { asks, stepIn } from '../steps/steps.ts';
import { AccountStep } from './account.steps.tsx';
import { ResetCode } from './reset.code.tsx';
import { useChange, type Account, type NamedRole } from './people.ts';
import { PersonForm } from './person.form.tsx';
import { RolesForm } from './roles.form.tsx';

interface Props {
  readonly person: Account;
  readonly roles: readonly NamedRole[];
  readonly onClose: () => void;
}

/** One account, and what the person who looks at it may change of it. */
export function PersonDrawer({ person, roles, onClose }: Props) {
  const change = useChange();
  const given = { person, change };
  return (
    <Drawer open size="large" title={`${person.title}（${person.name}）`} onClose={onClose}>
      <Space orientation="vertical" size={16} style={{ width: '100%' }}>
        {change.error !== null && <Alert type="error" showIcon title={change.error.message} />}
        <ResetCode person={change.data} />
        {stepIn(person.steps, 'roles')?.allowed === true && <RolesForm {...given} roles={roles} />}
        {stepIn(person.steps, 'change') !== undefined && <PersonForm {...given} />}
        {person.steps.filter(asks).map((step) => (
          <AccountStep key={step.act} {...given} step={step} />
        ))}
      </Space>
    </Drawer>
  );
}
