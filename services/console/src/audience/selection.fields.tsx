import { Select, Space } from 'antd';
import { useState } from 'react';
import type { Channel } from '../api/hub.types.ts';
import type { Branch } from '../frame/tree.branches.ts';
import { TreesPicker } from '../frame/tree.picker.tsx';
import { useOrganisations, type OrganisationNode } from '../organisation/organisations.ts';
import { useAreas, useNamed, type Area, type Selection } from './audience.ts';

interface Props {
  readonly value: Selection;
  readonly onChange: (next: Selection) => void;
  readonly channels: readonly Channel[];
  /** Before each placeholder, so that who is meant and who is not are told apart. */
  readonly prefix: string;
}
const wide = { style: { minWidth: 240 } };

/** The divisions below one, as a tree. */
const areasBelow = (all: readonly Area[], within: string | null): readonly Branch[] =>
  all
    .filter((a) => a.within === within)
    .map(({ code, name }) => ({ value: code, title: name, children: areasBelow(all, code) }));
const bodiesIn = (tree: readonly OrganisationNode[]): readonly Branch[] =>
  tree.map(({ code, name, children }) => ({
    value: code,
    title: name,
    children: bodiesIn(children),
    also: code,
  }));

/** Who is meant: any of these. */
export function SelectionFields({ value, onChange, channels, prefix }: Props) {
  const areas = useAreas();
  const bodies = useOrganisations();
  const set = (part: Partial<Selection>): void => onChange({ ...value, ...part });
  return (
    <Space wrap>
      <TreesPicker
        placeholder={`${prefix}区划`}
        branches={areasBelow(areas.data?.items ?? [], null)}
        value={value.areas}
        onChange={(chosen) => set({ areas: chosen })}
      />
      <TreesPicker
        placeholder={`${prefix}机构`}
        branches={bodiesIn(bodies.data?.tree ?? [])}
        value={value.organisations}
        onChange={(organisations) => set({ organisations })}
      />
      <Select
        mode="multiple"
        placeholder={`${prefix}场所`}
        {...wide}
        value={value.venues}
        onChange={(venues) => set({ venues })}
        options={(areas.data?.venues ?? []).map((v) => ({ value: v.id, label: v.title }))}
      />
      <Select
        mode="tags"
        placeholder={`${prefix}分组`}
        {...wide}
        value={value.groups}
        onChange={(groups) => set({ groups })}
      />
      <NamedTargets
        placeholder={`${prefix}指定终端`}
        channels={channels}
        value={value.targets}
        onChange={(targets) => set({ targets })}
      />
    </Space>
  );
}

interface NamedProps {
  readonly placeholder: string;
  readonly channels: readonly Channel[];
  readonly value: Selection['targets'];
  readonly onChange: (targets: Selection['targets']) => void;
}

/** Targets one by one: first their channel, then they by name. */
function NamedTargets({ placeholder, channels, value, onChange }: NamedProps) {
  const [channel, setChannel] = useState<string>();
  const named = useNamed(channel);
  const keyOf = (t: Selection['targets'][number]): string => `${t.channel}/${t.id}`;
  const told = (named.data ?? []).map((t) => ({ value: `${channel}/${t.id}`, label: t.title }));
  return (
    <Space.Compact>
      <Select
        allowClear
        placeholder="渠道"
        style={{ width: 110 }}
        value={channel}
        onChange={setChannel}
        options={channels.map((c) => ({ value: c.id, label: c.title }))}
      />
      <Select
        mode="multiple"
        placeholder={placeholder}
        {...wide}
        value={value.map(keyOf)}
        onChange={(keys: string[]) => onChange(keys.map(targetOf))}
        options={told}
      />
    </Space.Compact>
  );
}

function targetOf(key: string): Selection['targets'][number] {
  const [channel = '', id = ''] = key.split('/');
  return { channel, id };
}
