import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Select, Typography } from 'antd';
import { DayField } from '../frame/day.field.tsx';
import { answerOf, hub } from '../api/hub.client.ts';
import type { paths } from '../api/hub.generated.ts';
import type { Answer, Body } from '../api/hub.types.ts';
import { Trouble } from '../frame/page.tsx';

type Asked = Body<'/api/v1/deadlines/compute'>;
type Rule = Answer<'/api/v1/deadlines/rules'>['items'][number];

const useRules = () =>
  useQuery({ queryKey: ['deadline-rules'], queryFn: () => answerOf(hub.GET('/api/v1/deadlines/rules')) });
const useCompute = () =>
  useMutation({
    mutationFn: (body: Asked) => answerOf(hub.POST('/api/v1/deadlines/compute', { body })),
  });

/** Works out one deadline, and says why it is that day. */
export function ComputeCard() {
  const rules = useRules();
  const compute = useCompute();
  return (
    <>
      <ComputeForm rules={rules.data?.items ?? []} busy={compute.isPending} onAsk={compute.mutate} />
      <div style={{ marginTop: 12 }}>
        <Trouble errors={[rules.error, compute.error]} />
        {compute.data !== undefined && (
          <Alert
            type={typeOf(compute.data)}
            showIcon
            title={compute.data.problem ?? titleOf(compute.data)}
            description={compute.data.explanation}
          />
        )}
      </div>
      <Typography.Paragraph type="secondary" style={{ marginTop: 12, marginBottom: 0 }}>
        已有工作日历的年份：{rules.data?.years.join('、') ?? '—'}
        。没有日历的年份自然日暂计，待国务院办公厅公布后由系统管理员或政务公开办录入。
      </Typography.Paragraph>
    </>
  );
}

type Compute = paths['/api/v1/deadlines/compute']['post'];
type Computed = Compute['responses'][200]['content']['application/json'];

const typeOf = ({ problem, provisional }: Computed) =>
  problem !== null ? 'error' : provisional ? 'warning' : 'success';

const titleOf = ({ dueOn, provisional }: Computed): string =>
  `${dueOn ?? ''} 届满${provisional ? '（自然日暂计，待国务院办公厅公布）' : ''}`;

interface FormProps {
  readonly rules: readonly Rule[];
  readonly busy: boolean;
  readonly onAsk: (asked: Asked) => void;
}

function ComputeForm({ rules, busy, onAsk }: FormProps) {
  const [form] = Form.useForm<Asked>();
  const rule = Form.useWatch('rule', form);
  const noticed = rules.find((r) => r.id === rule)?.kind === 'notice-period';
  const day = [{ required: true, message: '请填写日期' }];
  return (
    <Form form={form} layout="inline" style={{ rowGap: 8 }} onFinish={onAsk}>
      <Form.Item name="rule" rules={[{ required: true, message: '请选择' }]}>
        <Select
          aria-label="哪一种期限"
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: 420 }}
          placeholder="哪一种期限"
          options={rules.map((r) => ({
            value: r.id,
            label: `${r.matter}（${r.basis}）${r.verified ? '' : '·待核'}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="from" label={noticed ? '公示自' : '起算之日'} rules={day}>
        <DayField />
      </Form.Item>
      {noticed && (
        <Form.Item name="to" label="至" rules={day}>
          <DayField />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" loading={busy}>
        计算
      </Button>
    </Form>
  );
}
