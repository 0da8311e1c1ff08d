import { venueKinds, venueTitle, type RegisteredTarget, type TargetKind } from '@towncrier/contracts';
import { factColumns, headings, ownColumns, type FactSchema, type OwnColumn } from './target.columns.ts';

/** Words of a cell and what they stand for. */
const everybody = '所有单位';
const listed = '、';

/** Targets as a table that can be read in again; what is secret has an empty column. */
export function tableOf(
  targets: readonly RegisteredTarget[],
  kinds: readonly TargetKind[],
): readonly (readonly string[])[] {
  const heading = headings(kinds);
  return [heading, ...targets.map((target) => rowOf(target, kinds, heading))];
}

function rowOf(
  target: RegisteredTarget,
  kinds: readonly TargetKind[],
  heading: readonly string[],
): readonly string[] {
  const kind = kinds.find(({ id }) => id === target.kind);
  const facts = kind === undefined ? [] : factColumns(kind).filter(({ schema }) => schema !== null);
  const cells = new Map([
    ...Object.entries(ownCells(target, kind)).map(
      ([name, cell]) => [ownColumns[name as OwnColumn], cell] as const,
    ),
    ...facts.map(({ name, title }) => [title, factCell(target.facts[name])] as const),
  ]);
  return heading.map((title) => cells.get(title) ?? '');
}

const ownCells = (target: RegisteredTarget, kind: TargetKind | undefined): Record<OwnColumn, string> => ({
  id: target.id,
  title: target.title,
  kind: kind?.title ?? target.kind,
  owner: target.owner,
  area: target.area,
  venue: target.venue === null ? '' : venueTitle(target.venue),
  groups: target.groups.join(listed),
  longitude: target.position === null ? '' : String(target.position.longitude),
  latitude: target.position === null ? '' : String(target.position.latitude),
  hours: target.hours === null ? '' : `${target.hours.from}-${target.hours.to}`,
  takes: target.takes === 'everybody' ? everybody : target.takes.join(listed),
  state: stateCell(target.state),
});

function stateCell(state: RegisteredTarget['state']): string {
  if (state.is === 'active') return '启用';
  return state.is === 'paused' ? `暂停：${state.reason}` : `停用：${state.on}`;
}

function factCell(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(listed);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export const listIn = (cell: string): string[] =>
  cell
    .split(/[、,，;；\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');

export const takesIn = (cell: string): unknown => (cell === everybody ? 'everybody' : listIn(cell));

export const venueIn = (cell: string): unknown =>
  cell === '' ? null : (venueKinds.find(({ id, title }) => title === cell || id === cell)?.id ?? cell);

export function hoursIn(cell: string): unknown {
  if (cell === '') return null;
  const [from, to] = cell.split(/\s*[-–—~～至]\s*/u);
  return { from: padded(from), to: padded(to) };
}
const padded = (clock: string | undefined): string => (clock ?? '').trim().padStart(5, '0');

export function stateIn(cell: string): unknown {
  const [, word = '', rest = ''] = /^([^：:]*)[：:]?\s*(.*)$/u.exec(cell) ?? [];
  if (word === '' || word === '启用') return { is: 'active' };
  if (word === '暂停') return { is: 'paused', reason: rest };
  return word === '停用' ? { is: 'retired', on: rest } : { is: cell };
}

export const positionIn = (longitude: string, latitude: string): unknown =>
  longitude === '' && latitude === ''
    ? null
    : { longitude: numberIn(longitude), latitude: numberIn(latitude) };

/** A cell that is no number stays as it is: the register says so in its own words. */
const numberIn = (cell: string): unknown =>
  cell !== '' && Number.isFinite(Number(cell)) ? Number(cell) : cell;

/** By the type that the channel declares; undefined for an empty cell. */
export function factIn(cell: string, { type }: FactSchema): unknown {
  if (cell === '') return undefined;
  const types = [type].flat();
  if (types.includes('integer') || types.includes('number')) return numberIn(cell);
  if (types.includes('boolean')) return cell === '是' ? true : cell === '否' ? false : cell;
  if (types.includes('array')) return cell.startsWith('[') ? parsed(cell) : listIn(cell);
  return types.includes('string') || type === undefined ? cell : parsed(cell);
}

function parsed(cell: string): unknown {
  try {
    return JSON.parse(cell);
  } catch {
    return cell;
  }
}
