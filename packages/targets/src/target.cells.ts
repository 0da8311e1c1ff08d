import { venueKinds } from '@towncrier/contracts';

/** What a cell says, or what is wrong with it. */
export type Read = { readonly value: unknown } | { readonly fault: string; readonly remedy: string };

/**
 * A number of more than eleven digits as a spreadsheet shows it: the digits are gone, and different codes look
 * the same.
 */
export const shortenedOf = (cell: string): Read | null =>
  /^[+-]?\d(\.\d+)?E\+?\d+$/iu.test(cell.trim())
    ? {
        fault: `被表格软件写成了“${cell.trim()}”，原来的各位数字已经丢失`,
        remedy: '请把这一列的单元格格式设为“文本”，重新填写完整的数字后再导入',
      }
    : null;

const isEmpty = (cell: string): boolean => cell.trim() === '';
const listOf = (cell: string): readonly string[] =>
  cell
    .split(/[、,，;；\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');

export function venueOf(cell: string): Read {
  if (isEmpty(cell)) return { value: null };
  const word = cell.trim();
  const found = venueKinds.find(({ id, title }) => id === word || title === word);
  const known = venueKinds.map(({ title }) => title).join('、');
  return found === undefined
    ? { fault: '不认识的场所', remedy: `“场所”只能是 ${known}；没有的填“其他场所”并加分组` }
    : { value: found.id };
}

export const groupsOf = (cell: string): Read => ({ value: [...new Set(listOf(cell))] });

export function takesOf(cell: string): Read {
  const word = cell.trim();
  return { value: word === '全部' ? 'everybody' : word === '无' ? [] : listOf(cell) };
}

export function hoursOf(cell: string): Read {
  if (isEmpty(cell) || cell.trim() === '全天') return { value: null };
  const [, from, to] =
    /^(\d{1,2}:\d\d)\s*[-–—~至]\s*(\d{1,2}:\d\d)$/u.exec(cell.trim().replaceAll('：', ':')) ?? [];
  return from === undefined || to === undefined
    ? { fault: '开放时间看不懂', remedy: '请写成 08:00-18:00；全天开放则留空' }
    : { value: { from: from.padStart(5, '0'), to: to.padStart(5, '0') } };
}

export function stateOf(cell: string): Read {
  const [, word, rest = ''] = /^(启用|暂停|停用)\s*[:：]?\s*(.*)$/su.exec(cell.trim()) ?? [];
  if (isEmpty(cell) || (word === '启用' && rest === '')) return { value: { is: 'active' } };
  if (word === '暂停' && rest !== '') return { value: { is: 'paused', reason: rest } };
  if (word === '停用' && /^\d{4}-\d\d-\d\d$/u.test(rest)) return { value: { is: 'retired', on: rest } };
  return { fault: '状态看不懂', remedy: '请写 启用、暂停：原因 或 停用：2026-01-31' };
}

export function positionOf(longitude: string, latitude: string): Read {
  if (isEmpty(longitude) && isEmpty(latitude)) return { value: null };
  const [x, y] = [numberOf(longitude), numberOf(latitude)];
  return x === null || y === null
    ? { fault: '经度、纬度要一起填，写成数字', remedy: '请写成 103.26 这样的数字（WGS 84），或都留空' }
    : { value: { longitude: x, latitude: y } };
}

/** @param type JSON Schema type of the fact */
export function factOf(cell: string, type: string): Read {
  const word = cell.trim();
  if (type === 'string') return { value: word };
  if (type === 'array') return { value: listOf(cell).map((part) => numberOf(part) ?? part) };
  if (type === 'boolean' || word === '是' || word === '否')
    return word === '是' || word === '否'
      ? { value: word === '是' }
      : { fault: '应写“是”或“否”', remedy: '请写 是 或 否' };
  const number = numberOf(word);
  if (number !== null) return { value: number };
  return type === 'number' || type === 'integer'
    ? { fault: '应是数字', remedy: '请写成数字，不带单位' }
    : { value: jsonOf(word) };
}

const numberOf = (cell: string): number | null =>
  /^-?\d+(\.\d+)?$/u.test(cell.trim()) ? Number(cell) : null;

function jsonOf(word: string): unknown {
  if (!/^[[{]/u.test(word)) return word;
  try {
    return JSON.parse(word);
  } catch {
    return word;
  }
}
