import { Form, InputNumber, Select, Space, TreeSelect } from 'antd';
import { HourField } from '../frame/day.field.tsx';
import { useAreas } from '../audience/audience.ts';
import { useOrganisations, type OrganisationNode } from '../organisation/organisations.ts';
import { required } from './required.ts';
import { everybody } from './target.values.ts';
import type { Register } from './targets.ts';

const bodiesIn = (tree: readonly OrganisationNode[]): { value: string; label: string }[] =>
  tree.flatMap(({ code, name, children }) => [{ value: code, label: name }, ...bodiesIn(children)]);

/**
 * Where it stands, and whose it is. What only carries messages stands nowhere, and only who is chosen by the
 * owner is asked whose notices it takes.
 */
export function PlaceFields({
  choice,
}: {
  readonly choice: Register['kinds'][number]['choice'] | undefined;
}) {
  const areas = useAreas();
  const bodies = bodiesIn(useOrganisations().data?.tree ?? []);
  const divisions = (areas.data?.items ?? []).map((a) => ({
    id: a.code,
    pId: a.within ?? 0,
    value: a.code,
    title: a.name,
  }));
  return (
    <>
      <Form.Item name="owner" {...required('负责单位')}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={bodies} />
      </Form.Item>
      <Form.Item name="area" {...required('区划')}>
        <TreeSelect showSearch treeDataSimpleMode treeNodeFilterProp="title" treeData={divisions} />
      </Form.Item>
      {choice !== 'never' && (
        <Form.Item name="venue" label="场所">
          <Select
            allowClear
            options={(areas.data?.venues ?? []).map((v) => ({ value: v.id, label: v.title }))}
          />
        </Form.Item>
      )}
      <Form.Item name="groups" label="分组">
        <Select mode="tags" />
      </Form.Item>
      {choice !== 'never' && <Position />}
      {choice !== 'never' && <Hours />}
      {choice === 'owner' && (
        <Form.Item name="takes" label="还接收哪些单位的内容（不选为只接收本单位）">
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={[{ value: everybody, label: '所有单位' }, ...bodies]}
          />
        </Form.Item>
      )}
    </>
  );
}

type Path = readonly [string, string];
/** Two fields that are both filled, or both empty. */
const bothOrNone = (other: Path, words: string) => ({
  style: { marginBottom: 0 },
  dependencies: [[...other]],
  rules: [
    ({ getFieldValue }: { getFieldValue: (path: string[]) => unknown }) => ({
      validator: (_: unknown, value: unknown) =>
        isEmpty(value) === isEmpty(getFieldValue([...other]))
          ? Promise.resolve()
          : Promise.reject(new Error(words)),
    }),
  ],
});
const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/** Degrees, WGS 84. */
const Position = () => (
  <Form.Item label="位置" extra="WGS 84 坐标，如 103.26、23.71；不知道则都留空">
    <Space align="start">
      <Form.Item
        name={['position', 'longitude']}
        {...bothOrNone(['position', 'latitude'], '经度、纬度要一起填')}
      >
        <InputNumber placeholder="经度" aria-label="经度" style={wide} />
      </Form.Item>
      <Form.Item
        name={['position', 'latitude']}
        {...bothOrNone(['position', 'longitude'], '经度、纬度要一起填')}
      >
        <InputNumber placeholder="纬度" aria-label="纬度" style={wide} />
      </Form.Item>
    </Space>
  </Form.Item>
);

/** By the clock on the wall. */
const Hours = () => (
  <Form.Item label="开放时间" extra="全天开放则都留空">
    <Space align="start">
      <Form.Item name={['hours', 'from']} {...bothOrNone(['hours', 'to'], '起止时间要一起填')}>
        <HourField aria-label="开放时间起" style={wide} />
      </Form.Item>
      <Form.Item name={['hours', 'to']} {...bothOrNone(['hours', 'from'], '起止时间要一起填')}>
        <HourField aria-label="开放时间止" style={wide} />
      </Form.Item>
    </Space>
  </Form.Item>
);
const wide = { width: 160 };
