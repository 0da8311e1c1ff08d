import { Checkbox, Radio, Space } from 'antd';
import type { Channel } from '../api/hub.types.ts';
import { nobody, useReach, type Audience } from './audience.ts';
import { ReachLines } from './reach.lines.tsx';
import { SelectionFields } from './selection.fields.tsx';

interface Props {
  readonly channels: readonly Channel[];
  /** Of the form: the channels that are ticked. */
  readonly chosen: readonly string[];
  readonly organisation?: string;
  /** Handed in by the form. */
  readonly value?: Audience;
  readonly onChange?: (audience: Audience) => void;
}
const scopes = [
  { value: 'all', label: '全县' },
  { value: 'some', label: '选定范围' },
];

/** Whom it is meant for, and whom that reaches on each channel. */
export function AudienceChooser({ channels, chosen, organisation, value, onChange }: Props) {
  const audience: Audience = value ?? { scope: 'all' };
  const change = (next: Audience): void => onChange?.(next);
  const reach = useReach({
    audience,
    channels: [...chosen],
    ...(organisation === undefined ? {} : { organisation }),
  });
  const { except } = audience;
  return (
    <Space orientation="vertical" size={8} style={{ width: '100%' }}>
      <Space wrap>
        <Radio.Group
          optionType="button"
          value={audience.scope === 'some' ? 'some' : 'all'}
          onChange={(event) =>
            change(event.target.value === 'some' ? { scope: 'some', of: nobody } : { scope: 'all' })
          }
          options={scopes}
        />
        {audience.scope === 'specific' && <span>公开对象：{audience.groups.join('、')}</span>}
        <Checkbox
          checked={except !== undefined}
          onChange={(event) => change(withException(audience, event.target.checked))}
        >
          除去一部分
        </Checkbox>
      </Space>
      {audience.scope === 'some' && (
        <SelectionFields
          prefix=""
          channels={channels}
          value={audience.of}
          onChange={(of) => change({ ...audience, of })}
        />
      )}
      {except !== undefined && (
        <SelectionFields
          prefix="除去："
          channels={channels}
          value={except}
          onChange={(left) => change({ ...audience, except: left })}
        />
      )}
      <ReachLines reach={reach.data} />
    </Space>
  );
}

function withException(audience: Audience, wanted: boolean): Audience {
  const { except: _before, ...rest } = audience;
  return wanted ? { ...rest, except: nobody } : rest;
}
