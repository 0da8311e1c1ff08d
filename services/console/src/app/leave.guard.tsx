import { useBlocker } from '@tanstack/react-router';
import { Modal } from 'antd';
import { anythingUnsaved } from '../frame/unsaved.ts';

/** What is asked before something unsaved is left. */
export const leaving = {
  title: '有内容还没有保存',
  okText: '离开',
  okButtonProps: { danger: true },
  cancelText: '留在这一页',
} as const;

/** Who writes already and is led to another new draft leaves the first. */
const beginsAnew = (before: object, next: { readonly pathname: string; readonly search: object }): boolean =>
  next.pathname === '/write' && JSON.stringify(before) !== JSON.stringify(next.search);

/** Asks before a page is left on which something would be lost; before the tab is closed, the browser asks. */
export function LeaveGuard() {
  const held = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      (current.pathname !== next.pathname || beginsAnew(current.search, next)) && anythingUnsaved(),
    enableBeforeUnload: anythingUnsaved,
    withResolver: true,
  });
  if (held.status !== 'blocked') return null;
  return (
    <Modal open {...leaving} onOk={held.proceed} onCancel={held.reset}>
      离开后，还没有保存的内容暂存在本机，再打开这一页时可以恢复；留在这一页可以先保存。
    </Modal>
  );
}
