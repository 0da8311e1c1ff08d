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
