import { Tag } from 'antd';
import type { ImportReport } from './versions.ts';

/** What of a file is in no row: hidden, struck through, on another sheet. */
export const ImportLosses = ({ losses }: { losses: ImportReport['losses'] }) => (
  <>
    {losses.map(({ severity, message, remedy }) => (
      <div key={message}>
        <Tag color={severity === 'block' ? 'red' : 'orange'}>{severity === 'block' ? '须确认' : '提示'}</Tag>
        {message}
        {remedy}
      </div>
    ))}
  </>
);
