import { Form, Input, InputNumber, Select, Switch } from 'antd';
import { DayField } from '../frame/day.field.tsx';
import type { Register } from './targets.ts';

type Kind = Register['kinds'][number];

/** As much of a JSON Schema as a field needs. */
interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly (string | number)[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
}
interface SecretField {
  readonly name: string;
  readonly title: string;
}

interface Props {
  readonly kind: Kind;
  /** Names of the secrets that are set. */
  readonly set: readonly string[];
  /** A new target begins with what the channel takes where nothing is said. */
  readonly fresh: boolean;
}

/** The fields that a channel asks for of a kind, drawn from the schema it declares. */
export function FactFields({ kind, set, fresh }: Props) {
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
          extra={hintOf(schema)}
          {...(fresh && schema.default !== undefined ? { initialValue: schema.default } : {})}
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

/** JSON Schema gives every whole number the limits of what can be counted: those are no limits. */
const isLimit = (n: number | undefined): n is number => n !== undefined && Math.abs(n) < 1e9;

/** What it is, and between which limits. */
function hintOf({ description, minimum, maximum }: Schema): string | null {
  const limits = isLimit(minimum) && isLimit(maximum) ? `${minimum} 至 ${maximum}` : null;
  const said = [description, limits].filter((words) => typeof words === 'string');
  return said.length === 0 ? null : said.join('；');
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
      return schema.format === 'date' ? <DayField /> : <Input />;
  }
}
