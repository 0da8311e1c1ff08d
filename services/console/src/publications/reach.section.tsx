import { Spin } from 'antd';
import { Trouble } from '../frame/page.tsx';
import { useReachOf } from '../audience/audience.ts';
import { ReachLines } from '../audience/reach.lines.tsx';
import { useChanges } from './changes.ts';
import { ReachChanges } from './reach.changes.tsx';

/** Whom the newest edition reaches, and what of that is new, for whoever reviews it. */
export function ReachSection({ id, version }: { id: string; version: number }) {
  const reach = useReachOf(id, version);
  const changes = useChanges(id, version);
  return (
    <>
      <Trouble errors={[reach.error, changes.error]} />
      {changes.data !== undefined && <ReachChanges reach={changes.data.reach} />}
      {reach.isPending ? <Spin /> : <ReachLines reach={reach.data} />}
    </>
  );
}
