import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { act, button, screen, show, waitFor } from '../testing/screen.tsx';
import { PageButtons } from './page.tsx';
import { places } from './route.ts';
import { anyWords, oneOf, searchIn, searchOf, understood, usePages, useSaved } from './saved.ts';

interface Filters {
  readonly q: string;
  readonly state: 'draft' | 'released';
}
const kept = { q: anyWords, state: oneOf(['draft', 'released'] as const) };

describe('what stands behind ? in an address', () => {
  it('is words and stays words, whatever they look like', () => {
    const words = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string({ minLength: 1 }));
    fc.assert(
      fc.property(words, (said) => {
        expect(searchIn(searchOf(said))).toEqual({ ...said });
      }),
    );
  });

  it('says nothing for what is empty', () => {
    expect(searchOf({ q: '', state: undefined })).toBe('');
  });

  it('counts as not said where nobody understands it', () => {
    expect(understood<Filters>(kept, { q: '2026', state: 'burnt', other: '1' })).toEqual({ q: '2026' });
  });
});

function List() {
  const { saved, narrow } = useSaved<Filters>(kept);
  const pages = usePages();
  return (
    <>
      <p>
        {saved.q ?? '全部'}，{pages.after ?? '首'}
      </p>
      <button type="button" className="ant-btn" onClick={() => narrow({ q: '停水' })}>
        查找
      </button>
      <PageButtons pages={pages} next={`${pages.after ?? 'c'}+`} />
    </>
  );
}

describe('a view of a list', () => {
  it('is kept in the address, page and all, and going back leads to the one before', async () => {
    const user = show(<List />);
    await screen.findByText('全部，首');
    await user.click(button('下一页'));
    await screen.findByText('全部，c+');
    await user.click(button('查找'));
    await screen.findByText('停水，首');
    expect(location.search).toBe(`?q=${encodeURIComponent('停水')}`);
    act(() => places.back());
    await screen.findByText('全部，c+');
    act(() => places.back());

    expect(await screen.findByText('全部，首')).toBeTruthy();
  });

  it('goes back page by page, also after it was loaded anew', async () => {
    const user = show(<List />);
    await user.click(await waitFor(() => button('下一页')));
    await screen.findByText('全部，c+');
    await user.click(button('下一页'));
    await screen.findByText('全部，c++');
    await user.click(button('上一页'));

    expect(await screen.findByText('全部，c+')).toBeTruthy();
    await user.click(button('上一页'));
    expect(await screen.findByText('全部，首')).toBeTruthy();
    expect(button('上一页').hasAttribute('disabled')).toBe(true);
  });

  it('leads to the first page where nobody knows those between', async () => {
    const user = show(<List />);
    act(() => places.replace('/?after=c%2B&q=x'));
    await screen.findByText('x，c+');
    await user.click(button('上一页'));

    expect(await screen.findByText('x，首')).toBeTruthy();
  });
});
