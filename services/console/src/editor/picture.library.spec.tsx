import { describe, expect, it } from 'vitest';
import { refusal } from '../testing/fake.hub.ts';
import { publication } from '../testing/samples.ts';
import { button, screen, show, waitFor } from '../testing/screen.tsx';
import { asDocument, save, sourceIn, town, words, write } from '../testing/writing.tsx';
import { WritePage } from '../publications/write.page.tsx';
import { sizeInWords } from './picture.size.ts';

const picture = (letter: string, alt: string, uses: number) => ({
  media: { id: letter.repeat(64), mediaType: 'image/jpeg' as const, bytes: 181_204 },
  alt,
  caption: null,
  source: '市融媒体中心',
  uses,
  lastUsed: { id: '7K3QZP4M', title: '关于乐白道街道停水的通知' },
});

describe('the library of pictures', () => {
  it('puts a picture into the text with what was said of it before', async () => {
    const hub = town()
      .on('get', '/api/v1/pictures', { items: [picture('a', '停水范围', 4), picture('b', '泵站', 1)] })
      .on('post', '/api/v1/publications', publication());
    const user = show(<WritePage />);
    await write(hub);
    await user.click(button('图片库'));
    expect(
      await screen.findByText(/来源：市融媒体中心；181 KB，用于 4 篇；最近：关于乐白道街道停水的通知/),
    ).toBeTruthy();
    await user.type(screen.getByLabelText('查找图片'), '泵');
    await waitFor(() => expect(screen.queryByText('停水范围')).toBeNull());
    await user.click(button('插入'));
    await user.click(save());

    await waitFor(() => expect(hub.to('post', '/publications')).toHaveLength(1));
    const { media, alt } = picture('b', '泵站', 1);
    expect(sourceIn(hub.to('post', '/publications')[0]?.body)).toMatchObject({
      body: {
        content: expect.arrayContaining([
          ...asDocument(words).content,
          { type: 'image', attrs: { media: media.id, alt, source: '市融媒体中心' } },
        ]),
      },
      media: [media],
    });
  });

  it('says why there is nothing to choose from', async () => {
    const hub = town().on('get', '/api/v1/pictures', refusal(403, '您的角色不能进行这项操作'));
    const user = show(<WritePage />);
    await write(hub);
    await user.click(button('图片库'));
    expect(await screen.findByText('您的角色不能进行这项操作')).toBeTruthy();
  });

  it('tells sizes as people do', () => {
    expect([400, 181_204, 2_460_000].map(sizeInWords)).toEqual(['1 KB', '181 KB', '2.5 MB']);
  });
});
