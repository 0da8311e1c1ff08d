import { Alert, Button, Space } from 'antd';
import { RepairButton } from './checks.panel.tsx';
import type { Checking } from './checking.ts';

/** The finding that is being looked at, under the text in which it stands. */
export function FindingBar({ checking }: { checking: Checking }) {
  const { findings, shown, step } = checking;
  if (shown === null) return null;
  return (
    <Alert
      className="towncrier-finding-bar"
      type={shown.severity === 'block' ? 'error' : 'warning'}
      showIcon
      title={`第 ${findings.indexOf(shown) + 1} 处，共 ${findings.length} 处：${shown.message}${shown.remedy}`}
      action={
        <Space wrap>
          <RepairButton finding={shown} checking={checking} />
          <Button size="small" onClick={() => step(1)}>
            下一处
          </Button>
        </Space>
      }
    />
  );
}
