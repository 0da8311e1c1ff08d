import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select, Space, type FormInstance } from 'antd';
import { useMemo } from 'react';
import { DayField } from '../frame/day.field.tsx';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Answer, ItemOf } from '../api/hub.types.ts';
import { underHeadings, type Branch } from '../frame/tree.branches.ts';
import { TreePicker } from '../frame/tree.picker.tsx';
import { useColumns, useTypes, type Column } from '../columns/columns.ts';
import type { Written } from './written.ts';

type Item = ItemOf<'/api/v1/catalogue/items'>;
type Field = Answer<'/api/v1/publication-types/{code}/form'>['fields'][number];

/** The fields of a type and a catalogue item, as the hub says. */
export function useForm(type: string | undefined, item: string | undefined) {
  return useQuery({
    queryKey: ['type-form', type, item],
    enabled: type !== undefined,
    queryFn: async () =>
      (
        await answerOf(
          hub.GET('/api/v1/publication-types/{code}/form', {
            params: { path: { code: type ?? '' }, query: item === undefined ? {} : { item } },
          }),
        )
      ).fields,
  });
}

/** Column, type and item; the form below comes from these two, there is no form per type. */
export function MatterFields({ form }: { form: FormInstance<Written> }) {
  const matter = Form.useWatch('matter', form);
  const fields = useForm(matter?.type, matter?.item);
  return (
    <>
      <Space wrap size={12}>
        <Place form={form} />
        <CatalogueItem />
      </Space>
      <div
        style={{
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fill, minmax(280px, 1fr))',
          columnGap: 12,
        }}
      >
        {(fields.data ?? []).map((f) => (
          <FieldInput key={f.key} field={f} />
        ))}
      </div>
    </>
  );
}

const low = { style: { marginBottom: 8 } };
const optionsOf = (all: readonly { readonly code: string; readonly title: string }[] | undefined) =>
  (all ?? []).map((one) => ({ value: one.code, label: one.title }));

/** Columns that may be chosen, under what kind of columns they are. */
const columnsIn = (all: readonly Column[] | undefined): readonly Branch[] =>
  underHeadings(
    (all ?? [])
      .filter(({ abolished }) => !abolished)
      .map(({ code, title, columnType }) => ({ value: code, path: [columnType, title] })),
  );

/** Items of the catalogue, level by level; also found by their number. */
const itemsIn = (all: readonly Item[]): readonly Branch[] =>
  underHeadings(
    all.map(({ id, level1, level2, level3 }) => ({
      value: id,
      path: [level1, level2, ...(level3 === null ? [] : [level3])],
      also: id,
    })),
  );

/** Where it stands, and what it is; a column has a type it takes by default. */
function Place({ form }: { form: FormInstance<Written> }) {
  const types = useTypes();
  const columns = useColumns();
  const chooseColumn = (code: string | undefined): void =>
    form.setFieldValue(
      ['matter', 'type'],
      columns.data?.find((c) => c.code === code)?.defaultType ?? 'general-notice',
    );
  return (
    <Space wrap size={12}>
      <Form.Item name={['matter', 'column']} label="栏目" {...low}>
        <TreePicker branches={columnsIn(columns.data)} placeholder="按名称查找栏目" onChange={chooseColumn} />
      </Form.Item>
      <Form.Item name={['matter', 'type']} label="类型" {...low}>
        <Select style={{ width: 180 }} options={optionsOf(types.data)} />
      </Form.Item>
    </Space>
  );
}

function CatalogueItem() {
  const items = useQuery({
    queryKey: ['catalogue-items'],
    queryFn: async () => (await answerOf(hub.GET('/api/v1/catalogue/items'))).items,
  });
  const branches = useMemo(() => itemsIn(items.data ?? []), [items.data]);
  return (
    <Form.Item name={['matter', 'item']} label="公开事项（目录）" {...low}>
      <TreePicker mayBeNone width={420} branches={branches} placeholder="按名称或编号查找事项" />
    </Form.Item>
  );
}

function FieldInput({ field: { key, title: label, kind, required, choices } }: { field: Field }) {
  const name = ['matter', 'fields', key];
  if (kind === 'period') return <Period name={name} label={label} required={required} />;
  const wide = kind === 'long' || kind === 'list' ? { className: 'wide' } : {};
  return (
    <Form.Item name={name} label={label} required={required} {...low} {...wide}>
      {inputOf(kind, choices ?? [])}
    </Form.Item>
  );
}

interface PeriodProps {
  readonly name: readonly string[];
  readonly label: string;
  readonly required: boolean;
}
const Period = ({ name, label, required }: PeriodProps) => (
  <Form.Item label={label} required={required} {...low}>
    <Space>
      <Form.Item name={[...name, 'from']} noStyle>
        <DayField />
      </Form.Item>
      至
      <Form.Item name={[...name, 'to']} noStyle>
        <DayField />
      </Form.Item>
    </Space>
  </Form.Item>
);

function inputOf(kind: Exclude<Field['kind'], 'period'>, choices: readonly string[]) {
  switch (kind) {
    case 'choice':
      return <Select allowClear options={choices.map((c) => ({ value: c, label: c }))} />;
    case 'date':
      return <DayField />;
    case 'long':
    case 'list':
      return (
        <Input.TextArea
          autoSize={{ minRows: 1, maxRows: 6 }}
          placeholder={kind === 'list' ? '每行一条' : ''}
        />
      );
    default:
      return <Input placeholder={kind === 'publication' ? '发布件编号，如 7K3QZP4M' : ''} />;
  }
}
