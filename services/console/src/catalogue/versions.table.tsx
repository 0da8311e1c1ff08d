import { Button, Table, Tag } from 'antd';
import { versionColours } from '../frame/colours.ts';
import { stepIn } from '../steps/steps.ts';
import type { Version } from './versions.ts';

interface Props {
  readonly versions: readonly Version[];
  readonly loading: boolean;
  readonly onOpen: (version: Version) => void;
}

export const VersionsTable = ({ versions, loading, onOpen }: Props) => (
  <Table<Version>
    rowKey="number"
    size="small"
    loading={loading}
    dataSource={versions}
    pagination={false}
    columns={[
      { title: '版本', dataIndex: 'number', width: 70 },
      { title: '名称', dataIndex: 'title' },
      { title: '来源', dataIndex: 'origin' },
      { title: '状态', width: 140, render: (_, v) => <State of={v} /> },
      { title: '生效', width: 120, render: (_, v) => v.effectiveFrom ?? '—' },
      { title: '事项', width: 120, render: (_, v) => <Count of={v} /> },
      {
        title: '办理',
        width: 150,
        render: (_, v) =>
          v.inForce ? null : (
            <Button size="small" onClick={() => onOpen(v)}>
              比较{stepIn(v.steps, 'adopt') === undefined ? '' : '与生效'}
            </Button>
          ),
      },
    ]}
  />
);

const State = ({ of }: { of: Version }) =>
  of.inForce ? <Tag color="green">现行</Tag> : <Tag color={versionColours[of.state]}>{of.stateTitle}</Tag>;

const Count = ({ of }: { of: Version }) => (
  <>
    {of.items}
    {of.incomplete > 0 && (
      <Tag color="red" style={{ marginLeft: 8 }}>
        缺要素 {of.incomplete}
      </Tag>
    )}
  </>
);
