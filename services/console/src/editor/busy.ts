import { App } from 'antd';
import { useState } from 'react';

/** Does something that takes a while; what went wrong is told in the hub's words. */
export type Work = (doing: () => Promise<void>, instead?: () => void) => void;

/** Whether something is being done, and the way to have it done; `instead` is what is left to do when it fails. */
export function useWork(): { readonly isBusy: boolean; readonly work: Work } {
  const { message } = App.useApp();
  const [running, setRunning] = useState(0);
  const work: Work = (doing, instead) => {
    setRunning((n) => n + 1);
    doing()
      .catch((error: unknown) => {
        instead?.();
        void message.error(error instanceof Error ? error.message : String(error));
      })
      .finally(() => setRunning((n) => n - 1));
  };
  return { isBusy: running > 0, work };
}
