import { Alert, Drawer } from 'antd';
import { stepIn } from '../steps/steps.ts';
import { BelowForm } from './below.form.tsx';
import { LiaisonForm } from './liaison.form.tsx';
import { OrganisationFacts } from './organisation.facts.tsx';
import { useChange, useOrganisation } from './organisations.ts';
import { StandingForm } from './standing.form.tsx';

/** One organisation, and what the person who looks at it may change of it. */
export function OrganisationDrawer({ code, onClose }: { code: string; onClose: () => void }) {
  const detail = useOrganisation(code);
  const change = useChange();
  if (detail.data === undefined) return <Drawer open loading onClose={onClose} />;
  const given = { of: detail.data, change };
  const offers = (act: string) => stepIn(detail.data.steps, act);
  const standing = offers('abolish') ?? offers('reinstate');
  return (
    <Drawer open size="large" title={detail.data.name} onClose={onClose}>
      {change.error !== null && (
        <Alert type="error" showIcon title={change.error.message} style={{ marginBottom: 12 }} />
      )}
      <OrganisationFacts of={detail.data} />
      {offers('liaison') !== undefined && <LiaisonForm {...given} />}
      {offers('change') !== undefined && <BelowForm key={`below-${detail.data.version}`} {...given} />}
      {standing !== undefined && <StandingForm {...given} step={standing} />}
    </Drawer>
  );
}
