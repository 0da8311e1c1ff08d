import { describe, expect, it, vi } from 'vitest';
import { refusal } from '../testing/fake.hub.ts';
import { button, choose, hubFor, screen, show, waitFor } from '../testing/screen.tsx';
import { LetterPage, type Letter } from './letter.page.tsx';

const letter: Letter = {
  kind: 'provided',
  title: '政府信息公开申请答复书',
  number: '7K3QZP4M',
  to: '张三',
  paragraphs: ['本机关于2026年11月23日收到您提出的政府信息公开申请。', '方案见附件', '特此告知。'],
  article: '《政府信息公开条例》第三十六条第（二）项',
  issuer: '开远市人民政府办公室',
  on: '2026-12-01',
  isDraft: false,
  others: [
    { kind: 'provided', title: '可以公开' },
    { kind: 'extension', title: '告知延期答复' },
  ],
};
const town = (more: Partial<Letter> = {}) =>
  hubFor('disclosure-officer').on('get', '/api/v1/disclosure-requests/{id}/letter', { ...letter, ...more });

describe('the letter of a request', () => {
  it('lies there as it is printed: heading, number, to whom, words, from whom and when', async () => {
    const hub = town();
    show(<LetterPage id="7K3QZP4M" />);

    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('政府信息公开申请答复书');
    expect(document.querySelector('article')?.textContent).toMatch(
      /编号：7K3QZP4M张三：.*方案见附件特此告知。开远市人民政府办公室2026年12月1日$/u,
    );
    expect(hub.to('get', '/7K3QZP4M/letter')[0]?.query).toEqual({});
  });

  it('is another one that the hub offers, kept in the address', async () => {
    const hub = town();
    const user = show(<LetterPage id="7K3QZP4M" />);
    await screen.findByRole('heading', { level: 1 });
    await choose(user, screen.getByRole('combobox', { name: '文书种类' }), '告知延期答复');

    await waitFor(() => expect(location.search).toBe('?kind=extension'));
    expect(hub.to('get', '/letter').at(-1)?.query).toEqual({ kind: 'extension' });
  });

  it('goes on paper without what is pressed', async () => {
    town();
    const printed = vi.fn();
    vi.stubGlobal('print', printed);
    const user = show(<LetterPage id="7K3QZP4M" />);
    await screen.findByRole('heading', { level: 1 });
    await user.click(button('打印或存为PDF'));

    expect(printed).toHaveBeenCalledOnce();
    expect(button('打印或存为PDF').closest('.towncrier-unprinted')).not.toBeNull();
    expect(button('回到申请').getAttribute('href')).toBe('/requests?open=7K3QZP4M');
    vi.unstubAllGlobals();
  });

  it('says that it is only a draft while nobody has answered so, and what the hub has against it', async () => {
    town({ isDraft: true });
    show(<LetterPage id="7K3QZP4M" />);
    expect(await screen.findByText(/这是答复的样稿/u)).toBeTruthy();

    hubFor('editor').on(
      'get',
      '/api/v1/disclosure-requests/{id}/letter',
      refusal(409, '这件申请目前没有这种文书'),
    );
    show(<LetterPage id="7K3QZP4M" />);
    expect(await screen.findByText('这件申请目前没有这种文书')).toBeTruthy();
  });
});
