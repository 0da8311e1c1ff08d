import { Button, Form, Input, Select, TreeSelect } from 'antd';
import { useAreas } from '../audience/audience.ts';
import { useOrganisations, type OrganisationNode } from '../organisation/organisations.ts';
import { FactFields } from './fact.fields.tsx';
import type { Register, TargetDetail, Written } from './targets.ts';

/** As the form keeps it: who may be shown on it is a list; empty for everybody. */
interface Values extends Omit<Written, 'version' | 'takes' | 'hours' | 'position'> {
  readonly id: string;
  readonly takes: string[];
  readonly hours?: { readonly from?: string; readonly to?: string };
}

interface Props {
  readonly kinds: Register['kinds'];
  /** Null for a new one. */
  readonly target: TargetDetail | null;
  readonly busy: boolean;
  readonly onSave: (id: string, body: Written) => void;
}
const required = (label: string) => ({ label, rules: [{ required: true, message: `请填写${label}` }] });
const bodiesIn = (tree: readonly OrganisationNode[]): { value: string; label: string }[] =>
  tree.flatMap(({ code, name, children }) => [{ value: code, label: name }, ...bodiesIn(children)]);

/** A target, with the fields that its channel asks for. */
export function TargetForm({ kinds, target, busy, onSave }: Props) {
  const [form] = Form.useForm<Values>();
  const chosen = Form.useWatch('kind', form) ?? target?.kind ?? kinds[0]?.id;
  const kind = kinds.find((k) => k.id === chosen);
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={valuesOf(target, kinds)}
      onFinish={(v) => onSave(v.id, bodyOf(v, target))}
    >
      <Form.Item name="id" {...required('编号')}>
        <Input disabled={target !== null} maxLength={40} placeholder="字母、数字和连字符，永不复用" />
      </Form.Item>
      <Form.Item name="title" {...required('名称')}>
        <Input maxLength={60} placeholder="名称" />
      </Form.Item>
      <Form.Item name="kind" {...required('类型')}>
        <Select disabled={target !== null} options={kinds.map((k) => ({ value: k.id, label: k.title }))} />
      </Form.Item>
      <PlaceFields />
      {kind !== undefined && <FactFields kind={kind} set={target?.secrets ?? []} />}
      <Button type="primary" htmlType="submit" loading={busy}>
        保存
      </Button>
    </Form>
  );
}

/** Where it stands, and whose it is. */
function PlaceFields() {
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
      <Form.Item name="venue" label="场所">
        <Select
          allowClear
          options={(areas.data?.venues ?? []).map((v) => ({ value: v.id, label: v.title }))}
        />
      </Form.Item>
      <Form.Item name="groups" label="分组">
        <Select mode="tags" />
      </Form.Item>
      <Form.Item name="takes" label="还接收哪些单位的内容（不选为所有单位）">
        <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={bodies} />
      </Form.Item>
    </>
  );
}

const valuesOf = (target: TargetDetail | null, kinds: Register['kinds']): Partial<Values> =>
  target === null
    ? { kind: kinds[0]?.id ?? '', groups: [], takes: [], facts: {}, secrets: {} }
    : {
        ...target,
        takes: target.takes === 'everybody' ? [] : [...target.takes],
        hours: target.hours ?? {},
        secrets: {},
      };

/** What the form does not show stays as it was; an empty secret is not sent. */
function bodyOf({ id: _id, takes, secrets = {}, ...values }: Values, target: TargetDetail | null): Written {
  const filled = (all: object): object =>
    Object.fromEntries(Object.entries(all).filter(([, v]) => v !== undefined && v !== '' && v !== null));
  return {
    version: target?.version ?? null,
    title: values.title,
    kind: values.kind,
    owner: values.owner,
    area: values.area,
    venue: values.venue ?? null,
    groups: values.groups ?? [],
    position: target?.position ?? null,
    hours: target?.hours ?? null,
    takes: takes.length === 0 ? 'everybody' : takes,
    facts: { ...filled({ ...target?.facts, ...values.facts }) },
    secrets: { ...filled(secrets) } as Record<string, string>,
  };
}
