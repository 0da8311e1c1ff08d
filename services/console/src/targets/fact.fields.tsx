import { Form, Input, InputNumber, Select, Switch } from 'antd';
import type { Register } from './targets.ts';

type Kind = Register['kinds'][number];

/** As much of a JSON Schema as a field needs. */
interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
}
interface SecretField {
  readonly name: string;
  readonly title: string;
}

/** The fields that a channel asks for of a kind, drawn from the schema it declares. */
export function FactFields({ kind, set }: { readonly kind: Kind; readonly set: readonly string[] }) {
  const {
    properties = {},
    required = [],
    'x-secrets': told = [],
  } = kind.facts as {
    readonly properties?: Readonly<Record<string, Schema>>;
    readonly required?: readonly string[];
    readonly 'x-secrets'?: readonly SecretField[];
  };
  return (
    <>
      {Object.entries(properties).map(([name, schema]) => (
        <Form.Item
          key={name}
          name={['facts', name]}
          label={schema.title ?? name}
          {...(schema.description === undefined ? {} : { extra: schema.description })}
          {...(schema.type === 'boolean' ? { valuePropName: 'checked' } : {})}
          rules={[{ required: required.includes(name), message: `请填写${schema.title ?? name}` }]}
        >
          {inputOf(schema)}
        </Form.Item>
      ))}
      {kind.secrets.map((name) => (
        <Form.Item
          key={name}
          name={['secrets', name]}
          label={told.find((s) => s.name === name)?.title ?? name}
        >
          <Input.Password
            autoComplete="new-password"
            placeholder={set.includes(name) ? '已设置；不填则保持不变' : '未设置'}
          />
        </Form.Item>
      ))}
    </>
  );
}

function inputOf(schema: Schema) {
  if (schema.enum !== undefined)
    return <Select allowClear options={schema.enum.map((value) => ({ value, label: value }))} />;
  switch (schema.type) {
    case 'integer':
    case 'number':
      // without its limits: it would quietly turn what was typed into the nearest number that fits
      return <InputNumber style={{ width: '100%' }} />;
    case 'boolean':
      return <Switch />;
    case 'array':
      return <Select mode="tags" />;
    default:
      return <Input />;
  }
}
