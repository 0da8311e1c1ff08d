import { Alert, Spin } from 'antd';
import type { Publication } from '../api/hub.types.ts';
import { ConsequenceTable } from './consequence.table.tsx';
import { useConsequences, type OutwardAct } from './consequences.ts';

interface Props {
  readonly p: Pick<Publication, 'id' | 'version'>;
  readonly act: OutwardAct;
}

/** What will become of an act, as the hub says. */
export function ConsequencesOf({ p, act }: Props) {
  const { data, error } = useConsequences(p, act);
  if (error !== null) return <Alert type="error" showIcon title={error.message} />;
  return data === undefined ? <Spin /> : <ConsequenceTable of={data} />;
}
