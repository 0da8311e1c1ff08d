import type { TargetKind } from '@towncrier/contracts';
import { z } from 'zod';

/** What every target has, in the order of the table. */
export const fixedColumns = {
  id: '编号',
  title: '名称',
  kind: '类型',
  owner: '负责单位',
  area: '区划代码',
  venue: '场所',
  groups: '分组',
  longitude: '经度',
  latitude: '纬度',
  hours: '开放时间',
  takes: '接收',
  state: '状态',
} as const;
export type FixedColumn = keyof typeof fixedColumns;
export const fixedNames = Object.keys(fixedColumns) as readonly FixedColumn[];

const fact = z.looseObject({ title: z.string().optional(), type: z.unknown().optional() });
const form = z.looseObject({
  properties: z.record(z.string(), fact).default({}),
  'x-secrets': z.array(z.looseObject({ name: z.string(), title: z.string() })).default([]),
});

/** A fact or a secret of one kind, by the title that stands over its column. */
export interface KindColumn {
  readonly name: string;
  readonly title: string;
  /** Its JSON Schema type; `secret` is written and never read. */
  readonly type: string;
}

export function kindColumns(kind: TargetKind): readonly KindColumn[] {
  const { properties, 'x-secrets': secrets } = form.parse(kind.facts);
  return [
    ...Object.entries(properties).map(([name, { title, type }]) => ({
      name,
      title: title ?? name,
      type: typeof type === 'string' ? type : 'any',
    })),
    ...secrets.map(({ name, title }) => ({ name, title, type: 'secret' })),
  ];
}
