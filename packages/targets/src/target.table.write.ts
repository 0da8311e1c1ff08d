import { venueTitle, type RegisteredTarget, type TargetKind } from '@towncrier/contracts';
import type { Table } from '@towncrier/tables';
import { fixedColumns, fixedNames, kindColumns, type FixedColumn } from './target.columns.ts';

/** The register as a table that `readTargets` reads again. Secrets are not in it, nor columns for them. */
export function targetTable(targets: readonly RegisteredTarget[], kinds: readonly TargetKind[]): Table {
  const factNames = new Map(
    kinds.map((kind) => [kind.id, kindColumns(kind).filter(({ type }) => type !== 'secret')]),
  );
  const titles = [...new Set([...factNames.values()].flat().map(({ title }) => title))];
  const kindTitles = new Map(kinds.map(({ id, title }) => [id, title]));
  const rows = targets.map((target) => {
    const own = new Map(
      (factNames.get(target.kind) ?? []).map(({ title, name }) => [title, factText(target.facts[name])]),
    );
    const cells = { ...fixedCells(target), kind: kindTitles.get(target.kind) ?? target.kind };
    return [...fixedNames.map((name) => cells[name]), ...titles.map((title) => own.get(title) ?? '')];
  });
  return [[...fixedNames.map((name) => fixedColumns[name]), ...titles], ...rows];
}

const fixedCells = (target: RegisteredTarget): Record<FixedColumn, string> => ({
  id: target.id,
  title: target.title,
  kind: target.kind,
  owner: target.owner,
  area: target.area,
  venue: target.venue === null ? '' : venueTitle(target.venue),
  groups: target.groups.join('、'),
  longitude: target.position === null ? '' : String(target.position.longitude),
  latitude: target.position === null ? '' : String(target.position.latitude),
  hours: target.hours === null ? '' : `${target.hours.from}-${target.hours.to}`,
  takes: target.takes === 'everybody' ? '全部' : target.takes.length === 0 ? '无' : target.takes.join('、'),
  state: stateText(target.state),
});

function stateText(state: RegisteredTarget['state']): string {
  switch (state.is) {
    case 'active':
      return '启用';
    case 'paused':
      return `暂停：${state.reason}`;
    case 'retired':
      return `停用：${state.on}`;
  }
}

function factText(fact: unknown): string {
  if (fact === undefined || fact === null) return '';
  if (typeof fact === 'boolean') return fact ? '是' : '否';
  if (Array.isArray(fact) && fact.every((one) => typeof one !== 'object')) return fact.join('、');
  return typeof fact === 'object' ? JSON.stringify(fact) : String(fact);
}
