import { Card, Col, Row, Tag, Typography } from 'antd';
import type { Light } from './home.ts';

const shown = {
  red: { color: 'red', words: '红灯' },
  yellow: { color: 'gold', words: '黄灯' },
  green: { color: 'green', words: '绿灯' },
} as const;
const kinds = [
  { of: 'column', title: '各栏目更新' },
  { of: 'body', title: '各单位公开期限' },
] as const;

/** Columns and bodies, the worst first; a colour is always said in words, too. */
export const LightsCard = ({ lights }: { readonly lights: readonly Light[] }) => (
  <Row gutter={[16, 16]}>
    {kinds.map(({ of, title }) => (
      <Col key={of} xs={24} lg={12}>
        <Card size="small" title={title}>
          {lights
            .filter((light) => light.of === of)
            .map((light) => (
              <div key={light.name} style={{ marginBottom: 6 }}>
                <Tag color={shown[light.shows].color}>{shown[light.shows].words}</Tag>
                {light.name} <Typography.Text type="secondary">{light.words}</Typography.Text>
              </div>
            ))}
        </Card>
      </Col>
    ))}
  </Row>
);
