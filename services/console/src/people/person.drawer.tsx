import { Alert, Drawer, Space } from 'antd';
import { may, useSession } from '../session/session.ts';
import { AccountStep } from './account.steps.tsx';
import { FirstPassword } from './first-password.tsx';
import { useChange, type Account } from './people.ts';
import { PersonForm } from './person.form.tsx';
import { RolesForm } from './roles.form.tsx';

/** One account, and what the person who looks at it may change of it. */
export function PersonDrawer({ person, onClose }: { person: Account; onClose: () => void }) {
  const session = useSession().data;
  const change = useChange();
  const given = { person, change };
  return (
    <Drawer open size="large" title={`${person.title}（${person.name}）`} onClose={onClose}>
      <Space orientation="vertical" size={16} style={{ width: '100%' }}>
        {change.error !== null && <Alert type="error" showIcon title={change.error.message} />}
        <FirstPassword person={change.data} />
        {may(session, 'security-admin') && <RolesForm {...given} />}
        {may(session, 'system-admin') && (
          <>
            <PersonForm {...given} />
            <AccountStep {...given} act={person.state === 'active' ? 'disable' : 'enable'} />
            <AccountStep {...given} act="reset-password" />
          </>
        )}
        {may(session, 'security-admin') && (
          <>
            <AccountStep {...given} act="unlock" />
            <AccountStep {...given} act="reset-second-factor" />
          </>
        )}
      </Space>
    </Drawer>
  );
}
