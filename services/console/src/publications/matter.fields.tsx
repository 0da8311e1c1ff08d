import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select, Space, type FormInstance } from 'antd';
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
  const types = useTypes();
  const columns = useColumns();
  const items = useQuery({
    queryKey: ['catalogue-items'],
    queryFn: async () => (await answerOf(hub.GET('/api/v1/catalogue/items'))).items,
  });
  const matter = Form.useWatch('matter', form);
  const fields = useForm(matter?.type, matter?.item);
  const chooseColumn = (code: string): void =>
    form.setFieldValue(
      ['matter', 'type'],
      columns.data?.find((c) => c.code === code)?.defaultType ?? 'general-notice',
    );
  return (
    <>
      <Space wrap size={12}>
        <Form.Item name={['matter', 'column']} label="栏目" style={{ marginBottom: 8 }}>
          <Select
            style={{ width: 180 }}
            onChange={chooseColumn}
            options={(columns.data ?? [])
              .filter((c) => !c.abolished)
              .map((c) => ({ value: c.code, label: c.title }))}
          />
        </Form.Item>
        <Form.Item name={['matter', 'type']} label="类型" style={{ marginBottom: 8 }}>
          <Select
            style={{ width: 180 }}
            options={(types.data ?? []).map((t) => ({ value: t.code, label: t.title }))}
          />
        </Form.Item>
        <Form.Item name={['matter', 'item']} label="公开事项（目录）" style={{ marginBottom: 8 }}>
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

function FieldInput({ field: { key, title, kind, required, choices } }: { field: Field }) {
  const label = required ? `${title} *` : title;
  const name = ['matter', 'fields', key];
  if (kind === 'period') {
    return (
      <Form.Item label={label} style={{ marginBottom: 8 }}>
        <Space>
          <Form.Item name={[...name, 'from']} noStyle>
            <Input type="date" />
          </Form.Item>
          至
          <Form.Item name={[...name, 'to']} noStyle>
            <Input type="date" />
          </Form.Item>
        </Space>
      </Form.Item>
    );
  }
  return (
    <Form.Item
      name={name}
      label={label}
      style={{ marginBottom: 8 }}
      {...(kind === 'long' || kind === 'list' ? { className: 'wide' } : {})}
    >
      {kind === 'choice' ? (
        <Select allowClear options={(choices ?? []).map((c) => ({ value: c, label: c }))} />
      ) : kind === 'date' ? (
        <Input type="date" />
      ) : kind === 'long' || kind === 'list' ? (
        <Input.TextArea
          autoSize={{ minRows: 1, maxRows: 6 }}
          placeholder={kind === 'list' ? '每行一条' : ''}
        />
      ) : (
        <Input placeholder={kind === 'publication' ? '发布件编号，如 7K3QZP4M' : ''} />
      )}
    </Form.Item>
  );
}
