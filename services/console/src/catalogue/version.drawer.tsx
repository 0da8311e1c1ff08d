import { Button, Drawer, Form, Space } from 'antd';
import { DayField } from '../frame/day.field.tsx';
import { Trouble } from '../frame/page.tsx';
import { stepIn } from '../steps/steps.ts';
import { DiffView } from './diff.view.tsx';
import { useDecision, useDiff, type Version } from './versions.ts';

interface Props {
  readonly version: Version;
  readonly current: Version | undefined;
  readonly onClose: () => void;
}

/** One version beside the one in force; whoever keeps the catalogue decides about a draft here. */
export function VersionDrawer({ version, current, onClose }: Props) {
  const diff = useDiff(current?.number, version.number);
  const { adopt, drop } = useDecision(version, onClose);
  return (
    <Drawer
      open
      size="large"
      title={`第 ${version.number} 版，与现行第 ${current?.number ?? '—'} 版比较`}
      onClose={onClose}
    >
      <Trouble errors={[adopt.error, drop.error, diff.error]} />
      {stepIn(version.steps, 'adopt') !== undefined && (
        <Space wrap style={{ marginBottom: 16 }}>
          <Form layout="inline" onFinish={(given: { effectiveFrom: string }) => adopt.mutate(given)}>
            <Form.Item
              name="effectiveFrom"
              label="生效日期"
              rules={[{ required: true, message: '请填写生效日期' }]}
            >
              <DayField />
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={adopt.isPending}>
              通过并生效
            </Button>
          </Form>
          <Button danger onClick={() => drop.mutate()}>
            作废草案
          </Button>
        </Space>
      )}
      {diff.data !== undefined && <DiffView diff={diff.data} />}
    </Drawer>
  );
}
