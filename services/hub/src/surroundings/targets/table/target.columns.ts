import type { TargetKind } from '@towncrier/contracts';
import { z } from 'zod';

/** What a table of targets calls the fields that every target has. */
export const ownColumns = {
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
export type OwnColumn = keyof typeof ownColumns;

/** As much of a JSON Schema as a cell needs. */
const fact = z.looseObject({
  title: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
});
export type FactSchema = z.infer<typeof fact>;
const factsSchema = z.looseObject({
  properties: z.record(z.string(), fact).default({}),
  'x-secrets': z.array(z.looseObject({ name: z.string(), title: z.string() })).default([]),
});

/** One fact of a kind, in the column of its title. */
export interface FactColumn {
  readonly name: string;
  readonly title: string;
  /** Null for a secret: it is written and never read. */
  readonly schema: FactSchema | null;
}

/** The columns of what only a kind has. */
export function factColumns({ facts, secrets }: TargetKind): readonly FactColumn[] {
  const { properties, 'x-secrets': told } = factsSchema.parse(facts);
  const titled = (name: string): string => told.find((s) => s.name === name)?.title ?? name;
  return [
    ...Object.entries(properties).map(([name, schema]) => ({ name, title: schema.title ?? name, schema })),
    ...secrets.map((name) => ({ name, title: titled(name), schema: null })),
  ];
}

/** The headings of a table of these kinds; facts of the same title share a column. */
export const headings = (kinds: readonly TargetKind[]): readonly string[] => [
  ...new Set([...Object.values(ownColumns), ...kinds.flatMap(factColumns).map(({ title }) => title)]),
];
