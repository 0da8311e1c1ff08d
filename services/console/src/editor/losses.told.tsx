import { App } from 'antd';
import { useCallback } from 'react';
import type { SourceReading } from '../api/hub.types.ts';

/** Tells what of a text is not in the document as it was; nothing where nothing is missing. */
export function useLossesTold(): (losses: SourceReading['losses']) => void {
  const { modal } = App.useApp();
  return useCallback(
    (losses) => {
      if (losses.length === 0) return;
      modal.warning({
        title: '已读入；下面这些内容与原文不同，请逐条核对',
        content: losses.map(({ message, remedy }) => <p key={message}>{`${message}${remedy}`}</p>),
      });
    },
    [modal],
  );
}
