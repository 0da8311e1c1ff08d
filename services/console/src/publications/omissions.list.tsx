import { Alert } from 'antd';
import type { Rendered } from '../api/hub.types.ts';

/** What readers of a channel do not find, in the words of the hub. */
export function Omissions({ omitted }: { omitted: Rendered['omitted'] }) {
  if (omitted.length === 0) return null;
  const lines = omitted.map(({ where, message }) => (where === '' ? message : `${where}：${message}`));
  return (
    <Alert
      type="warning"
      showIcon
      title="本渠道看不到"
      description={
        <ul style={{ margin: 0, paddingInlineStart: 18 }}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      }
      style={{ marginBottom: 8 }}
    />
  );
}
