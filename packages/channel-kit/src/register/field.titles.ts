/** What people call the fields of a target. */
const titles: Readonly<Record<string, string>> = {
  id: '编号',
  title: '名称',
  kind: '类型',
  owner: '负责单位',
  area: '区划代码',
  venue: '场所',
  groups: '分组',
  position: '位置',
  'position.longitude': '经度',
  'position.latitude': '纬度',
  hours: '开放时间',
  takes: '接收',
  state: '状态',
  facts: '参数',
};

/** @param facts titles of the facts of its kind */
export function titleOf(path: readonly PropertyKey[], facts: ReadonlyMap<string, string>): string {
  const [first, second] = path.map(String);
  if (first === undefined) return '终端';
  if (first === 'facts' && second !== undefined) return facts.get(second) ?? second;
  return titles[`${first}.${second ?? ''}`] ?? titles[first] ?? first;
}
