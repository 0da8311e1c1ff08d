import { Space } from 'antd';
import { Trouble } from '../frame/page.tsx';
import { stepOn, useSession } from '../session/session.ts';
import { CloseForm } from './close.form.tsx';
import { ClosedTable } from './closed.table.tsx';
import { useClosed, useClosing } from './closed.ts';

/** What stays closed, on which ground, and when that is looked at again. */
export function ClosedPanel() {
  const session = useSession().data;
  const closing = stepOn(session, 'catalogue', 'closed');
  const list = useClosed();
  const { close, open } = useClosing(session?.person.organisation ?? '');
  return (
    <Space orientation="vertical" size={12} style={{ width: '100%' }}>
      <Trouble errors={[list.error, close.error, open.error]} />
      {closing !== undefined && <CloseForm busy={close.isPending} onClose={close.mutate} />}
      <ClosedTable items={list.data ?? []} loading={list.isPending} onOpen={open.mutate} />
    </Space>
  );
}
