import { useLetterKeys } from './letter.keys.ts';

/** J and K go down and up the rows of a list, X ticks one; Enter opens, as every link does. */
export function useRowKeys(): void {
  useLetterKeys({
    j: { does: '到下一行', press: () => move(1) },
    k: { does: '到上一行', press: () => move(-1) },
    x: { does: '勾选这一行', press: tick },
  });
}

function move(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('tr.ant-table-row')].flatMap(
    (row) => row.querySelector<HTMLElement>('a[href]') ?? [],
  );
  const at = links.findIndex((link) => link === document.activeElement);
  const next = at < 0 ? (by === 1 ? 0 : links.length - 1) : at + by;
  links[next]?.focus();
}

function tick(): void {
  const row = document.activeElement?.closest('tr.ant-table-row');
  row?.querySelector<HTMLElement>('.ant-table-selection-column input:not([disabled])')?.click();
}
