import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import type { Step } from '../api/hub.types.ts';

/**
 * Tells why a step is not to be had now when somebody points at its button. A disabled button hears no
 * pointer: what stands around it does.
 */
export const Why = ({ step, children }: { readonly step: Step; readonly children: ReactNode }) =>
  step.allowed ? (
    children
  ) : (
    <Tooltip title={step.why}>
      <span style={{ cursor: 'not-allowed' }}>
        <span style={{ pointerEvents: 'none' }}>{children}</span>
      </span>
    </Tooltip>
  );
