import { fireEvent } from '@testing-library/dom';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { screen, show } from '../testing/screen.tsx';
import { drawn, soughtIn, underHeadings, type Branch } from './tree.branches.ts';
import { TreePicker, TreesPicker } from './tree.picker.tsx';

const leaf = (value: string, title: string): Branch => ({ value, title, children: [] });
const branches: readonly Branch[] = [
  { ...leaf('5325', '开远市'), children: [leaf('01', '乐白道街道'), leaf('02', '灵泉街道')] },
  { ...leaf('h', '不能选'), heading: true, children: [leaf('03', '羊街乡')] },
];

function One() {
  const [value, setValue] = useState<string>();
  return (
    <>
      <TreePicker branches={branches} placeholder="区划" value={value} onChange={setValue} />
      <output>{value ?? '无'}</output>
    </>
  );
}
function Several() {
  const [value, setValue] = useState<string[]>(['02']);
  return (
    <>
      <TreesPicker branches={branches} placeholder="区划" value={value} onChange={setValue} />
      <output>{value.join(' ')}</output>
    </>
  );
}
/** The library reads the number of the key. */
const enter = (): void => void fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter', keyCode: 13 });
const chosen = () => screen.getByRole('status').textContent;

describe('a picker of a tree', () => {
  it('finds by any word of the path, is chosen by keys, and shows the whole path', async () => {
    const user = show(<One />);
    await user.click(screen.getByRole('combobox'));
    await user.keyboard('开远 灵泉');
    enter();
    expect(chosen()).toBe('02');
    expect(screen.getByRole('combobox').closest('.ant-select')?.textContent).toContain('开远市／灵泉街道');
  });

  it('takes no heading', async () => {
    const user = show(<One />);
    await user.click(screen.getByRole('combobox'));
    fireEvent.click(await screen.findByText('不能选'));
    expect(chosen()).toBe('无');
  });

  it('of several shows the path of each', async () => {
    const user = show(<Several />);
    expect(await screen.findByText('开远市／灵泉街道')).toBeTruthy();
    await user.click(screen.getByRole('combobox'));
    await user.keyboard('羊街');
    enter();
    expect(chosen()).toBe('02 03');
  });
});

describe('a tree', () => {
  it('is made of leaves and the headings above them, without a heading over one of its own name', () => {
    const tree = underHeadings([
      { value: 'a', path: ['政策文件', '规范性文件'], also: 'A-1' },
      { value: 'b', path: ['政策文件', '其他文件'] },
      { value: 'c', path: ['政策解读', '政策解读'] },
      { value: 'd', path: ['通知'] },
    ]);
    expect(tree.map(({ title, heading, children }) => [title, heading, children.length])).toEqual([
      ['政策文件', true, 2],
      ['政策解读', undefined, 0],
      ['通知', undefined, 0],
    ]);
    const [files] = drawn(tree);
    expect(files?.children.map(({ path }) => path)).toEqual(['政策文件／规范性文件', '政策文件／其他文件']);
    expect(soughtIn(drawn(tree), 'a-1 政策').map(({ title }) => title)).toEqual(['政策文件／规范性文件']);
    expect(soughtIn(drawn(tree), 'a-2')).toEqual([]);
  });
});
