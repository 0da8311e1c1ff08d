import { Spin } from 'antd';
import { Trouble } from '../frame/page.tsx';
import { useReachOf } from '../audience/audience.ts';
import { ReachLines } from '../audience/reach.lines.tsx';

/** Whom the newest edition reaches, for whoever reviews it. */
export function ReachSection({ id, version }: { id: string; version: number }) {
  const reach = useReachOf(id, version);
  if (reach.error !== null) return <Trouble errors={[reach.error]} />;
  return reach.isPending ? <Spin /> : <ReachLines reach={reach.data} />;
}
