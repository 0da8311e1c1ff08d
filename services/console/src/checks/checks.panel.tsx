import { Alert, Button, Card, Flex, Space, Tag, Typography } from 'antd';
import type { Finding } from '../api/hub.types.ts';
import { PageLink } from '../frame/link.tsx';
import type { Checking } from './checking.ts';
import { keyOf } from './checks.ts';
import './checks.css';

/** What would stop the text, and what is worth a look; each leads to its place. */
export function ChecksPanel({ checking }: { checking: Checking }) {
  const { isOff, findings, noticed, shown, error, isFetching, step } = checking;
  const stops = findings.filter(({ severity }) => severity === 'block').length;
  return (
    <Card
      size="small"
      title={
        <Typography.Title level={2} style={{ margin: 0 }}>
          检查{isFetching ? '（更新中…）' : ''}
        </Typography.Title>
      }
      extra={
        findings.length > 0 && (
          <Space>
            {stops > 0 && <Tag color="red">必须改 {stops} 处</Tag>}
            {findings.length > stops && <Tag color="gold">建议 {findings.length - stops} 处</Tag>}
            <Button size="small" onClick={() => step(1)} title="下一处（F8），上一处（Shift+F8）">
              下一处（F8）
            </Button>
          </Space>
        )
      }
    >
      {error !== null && <Alert type="warning" showIcon title={error.message} />}
      {error === null && findings.length === 0 && (
        <Typography.Text type="secondary">
          {isOff ? '写好正文后自动检查' : noticed.body === undefined ? '正在检查…' : '没有发现问题'}
        </Typography.Text>
      )}
      <ul className="towncrier-checks">
        {findings.map((finding, n) => (
          <li key={`${n} ${keyOf(finding)}`} aria-current={finding === shown}>
            <Row finding={finding} checking={checking} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

const Row = ({ finding, checking }: { finding: Finding; checking: Checking }) => {
  const { severity, excerpt, message, remedy, source, publication } = finding;
  return (
    <Space orientation="vertical" size={2} style={{ width: '100%' }}>
      <Flex gap={8} align="baseline" wrap>
        <Tag color={severity === 'block' ? 'red' : 'gold'}>{severity === 'block' ? '必须改' : '建议'}</Tag>
        <Button
          type="link"
          size="small"
          className="towncrier-check-place"
          onClick={() => checking.show(finding)}
        >
          {excerpt ?? '去填写'}
        </Button>
        <RepairButton finding={finding} checking={checking} />
      </Flex>
      <Typography.Text>
        {message}
        {remedy}
        {publication !== undefined && (
          <PageLink to={{ at: 'publication', id: publication }}>查看 {publication}</PageLink>
        )}
      </Typography.Text>
      {source !== undefined && (
        <Typography.Text type="secondary" style={{ fontSize: 'var(--ant-font-size-sm)' }}>
          依据：{source}
        </Typography.Text>
      )}
    </Space>
  );
};

export const RepairButton = ({ finding, checking }: { finding: Finding; checking: Checking }) =>
  finding.repair === undefined ? null : (
    <Button size="small" onClick={() => checking.repair(finding)}>
      {finding.repair === '' ? '删去' : `改为“${finding.repair}”`}
    </Button>
  );
