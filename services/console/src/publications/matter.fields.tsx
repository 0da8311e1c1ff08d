import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select, Space, type FormInstance } from 'antd';
import { DayField } from '../frame/day.field.tsx';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Answer } from '../api/hub.types.ts';
import { useColumns, useTypes } from '../columns/columns.ts';
import type { Written } from './written.ts';

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

/** Where it stands, and what it is; a column has a type it takes by default. */
function Place({ form }: { form: FormInstance<Written> }) {
  const types = useTypes();
  const columns = useColumns();
  const chooseColumn = (code: string): void =>
    form.setFieldValue(
      ['matter', 'type'],
      columns.data?.find((c) => c.code === code)?.defaultType ?? 'general-notice',
    );
  return (
    <Space wrap size={12}>
      <Form.Item name={['matter', 'column']} label="栏目" {...low}>
        <Select
          style={{ width: 180 }}
          onChange={chooseColumn}
          options={optionsOf(columns.data?.filter((c) => !c.abolished))}
        />
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
  return (
    <Form.Item name={['matter', 'item']} label="公开事项（目录）" {...low}>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: 420 }}
        placeholder="可按名称或编码查找"
        options={(items.data ?? []).map((i) => ({
          value: i.id,
          label: `${i.id} ${i.level1}／${i.level3 ?? i.level2}`,
        }))}
      />
    </Form.Item>
  );
}

function FieldInput({ field: { key, title, kind, required, choices } }: { field: Field }) {
  const label = required ? `${title} *` : title;
  const name = ['matter', 'fields', key];
  if (kind === 'period') return <Period name={name} label={label} />;
  const wide = kind === 'long' || kind === 'list' ? { className: 'wide' } : {};
  return (
    <Form.Item name={name} label={label} {...low} {...wide}>
      {inputOf(kind, choices ?? [])}
    </Form.Item>
  );
}

const Period = ({ name, label }: { name: readonly string[]; label: string }) => (
  <Form.Item label={label} {...low}>
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
