import { Alert, Drawer } from 'antd';
import { may, useSession } from '../session/session.ts';
import { BelowForm } from './below.form.tsx';
import { LiaisonForm } from './liaison.form.tsx';
import { OrganisationFacts } from './organisation.facts.tsx';
import { useChange, useOrganisation } from './organisations.ts';
import { StandingForm } from './standing.form.tsx';

/** One organisation, and what the person who looks at it may change of it. */
export function OrganisationDrawer({ code, onClose }: { code: string; onClose: () => void }) {
  const session = useSession().data;
  const detail = useOrganisation(code);
  const change = useChange();
  const keeps = may(session, 'system-admin');
  if (detail.data === undefined) return <Drawer open loading onClose={onClose} />;
  const given = { of: detail.data, change };
  return (
    <Drawer open size="large" title={detail.data.name} onClose={onClose}>
      {change.error !== null && (
        <Alert type="error" showIcon title={change.error.message} style={{ marginBottom: 12 }} />
      )}
      <OrganisationFacts of={detail.data} />
      {(keeps || may(session, 'disclosure-officer')) && <LiaisonForm {...given} />}
      {keeps && (
        <>
          <BelowForm key={`below-${detail.data.version}`} {...given} />
          <StandingForm {...given} />
        </>
      )}
    </Drawer>
  );
}
