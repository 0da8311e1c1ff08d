import { fireEvent } from '@testing-library/dom';
import { expect, it } from 'vitest';
import { screen, show } from '../testing/screen.tsx';
import { useRowKeys } from './row.keys.ts';

function Rows() {
  useRowKeys();
  return (
    <table>
      <tbody>
        {['一', '二', '三'].map((words) => (
          <tr key={words} className="ant-table-row">
            <td className="ant-table-selection-column">
              <input type="checkbox" aria-label={`选择${words}`} disabled={words === '三'} />
            </td>
            <td>
              <a href={`#${words}`}>{words}</a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
const press = (key: string): void => void fireEvent.keyDown(document.activeElement ?? document.body, { key });
const focused = () => document.activeElement?.textContent;

it('J and K go through the rows of a list, and stay at its ends', async () => {
  show(<Rows />);
  await screen.findByText('一');
  press('j');
  expect(focused()).toBe('一');
  press('j');
  press('j');
  press('j');
  expect(focused()).toBe('三');
  press('K');
  expect(focused()).toBe('二');
});

it('X ticks the row one is in, where it can be ticked', async () => {
  show(<Rows />);
  const box = (words: string) => screen.getByLabelText<HTMLInputElement>(`选择${words}`).checked;
  await screen.findByText('一');
  press('x');
  expect(['一', '二', '三'].map(box)).toEqual([false, false, false]);
  press('j');
  press('x');
  press('j');
  press('j');
  press('x');
  expect(['一', '二', '三'].map(box)).toEqual([true, false, false]);
  press('k');
  press('k');
  press('x');
  expect(box('一')).toBe(false);
});
