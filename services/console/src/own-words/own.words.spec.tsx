import { fireEvent } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';
import type { Finding, Rendered } from '../api/hub.types.ts';
import { WritePage } from '../publications/write.page.tsx';
import type { FakeHub } from '../testing/fake.hub.ts';
import { channel, publication } from '../testing/samples.ts';
import { button, screen, show, waitFor } from '../testing/screen.tsx';
import { asDocument, save, town, words, write } from '../testing/writing.tsx';

const mainText = 'b'.repeat(64);
const old = 'c'.repeat(64);
const part = { part: 'text', title: '短信正文', limit: '连同签名和网址不超过 3 条' };
const bare = channel('sms', '短信');
const channels = [channel('website', '政府网站'), { ...bare, can: { ...bare.can, ownWords: [part] } }];
const shown = (id: string, more: Partial<Rendered> = {}): Rendered => ({
  channel: id,
  problems: [],
  omitted: [],
  hash: 'a'.repeat(64),
  ...more,
});
const stale: Finding = {
  rule: 'own-words-stale',
  severity: 'advise',
  field: 'ownWords.sms.text',
  message: '正文在改写之后又改过：短信正文还没有核对。',
  remedy: '请核对。',
};
const wrong: Finding = {
  rule: 'wrong-word',
  severity: 'block',
  field: 'ownWords.sms.text',
  excerpt: '攻府',
  place: { block: null, spot: { path: [], from: 1, to: 3 } },
  message: '“攻府”常见错别字。',
  remedy: '应为“政府”。',
  repair: '政府',
};

/** Draws and checks as the hub does: what is older than the main text is told. */
function drawing(hub: FakeHub): FakeHub {
  const content = publication().editions[0]?.content;
  if (content === undefined) throw new Error('no edition');
  return hub
    .on('get', '/api/v1/channels', { channels })
    .on('post', '/api/v1/proofreadings', ({ body }) => {
      const [own] = (body as { ownWords?: { against?: string; words: string }[] }).ownWords ?? [];
      return {
        body: asDocument(words),
        findings: [
          ...(own?.against === old ? [stale] : []),
          ...(own?.words.includes('攻府') === true ? [wrong] : []),
        ],
      };
    })
    .on('post', '/api/v1/previews', {
      content,
      contentHash: 'a'.repeat(64),
      mainText,
      asked: [],
      findings: [],
      losses: [],
      essentials: [],
      shortTitles: [],
      renditions: [shown('website'), shown('sms', { parts: { text: '因检修停水' } })],
    });
}
const field = () => screen.findByLabelText<HTMLTextAreaElement>('短信正文');
const drawn = (hub: FakeHub) => hub.to('post', '/previews').at(-1)?.body;
const opened = (...ownWords: { channel: string; part: string; words: string; against: string }[]) => {
  const p = publication();
  const editions = p.editions.map((one) => ({ ...one, content: { ...one.content, ownWords } }));
  return { ...p, editions };
};
const openedWith = (own: string, against: string, of = 'text') =>
  opened({ channel: 'sms', part: of, words: own, against });

describe('the card of a channel', () => {
  it('follows the main text until it is written anew, and follows it again', async () => {
    const hub = drawing(town());
    const user = show(<WritePage />);
    await write(hub);
    expect(await screen.findByText('随正文')).toBeTruthy();

    await user.click(await screen.findByRole('button', { name: '改写短信正文' }));
    expect((await field()).value).toBe('因检修停水');
    fireEvent.change(await field(), { target: { value: '明早\n停水' } });
    expect(await screen.findByText('已改写')).toBeTruthy();
    await waitFor(() =>
      expect(drawn(hub)).toMatchObject({
        ownWords: [{ channel: 'sms', part: 'text', words: '明早停水', against: mainText }],
      }),
    );

    await user.click(button('恢复继承'));
    expect(await screen.findByText('随正文')).toBeTruthy();
    await waitFor(() => expect(drawn(hub)).not.toHaveProperty('ownWords'));
  });

  it('is handed in with the draft, and says that a channel is off', async () => {
    const hub = drawing(town()).on('post', '/api/v1/publications', publication());
    const user = show(<WritePage />);
    await write(hub);
    await user.click(await screen.findByRole('button', { name: '改写短信正文' }));
    fireEvent.change(await field(), { target: { value: '明早停水' } });
    await user.click(screen.getByRole('checkbox', { name: '政府网站' }));
    expect(await screen.findByText('关闭')).toBeTruthy();
    await user.click(save());

    await waitFor(() => expect(hub.to('post', '/publications')).toHaveLength(1));
    expect(hub.to('post', '/publications')[0]?.body).toMatchObject({
      channels: ['sms'],
      ownWords: [{ channel: 'sms', part: 'text', words: '明早停水', against: mainText }],
    });
  });

  it('warns as the hub says that the main text has changed, until somebody compared them', async () => {
    const hub = drawing(town()).on('get', '/api/v1/publications/{id}', openedWith('今晚停水', old));
    const user = show(<WritePage id="7K3QZP4M" />);
    expect((await field()).value).toBe('今晚停水');
    expect(await screen.findByText('正文在改写之后又改过')).toBeTruthy();

    fireEvent.keyDown(document.body, { key: 'F8' });
    expect(document.activeElement).toBe(await field());
    await user.click(button('已核对'));
    await waitFor(() => expect(screen.queryByText('正文在改写之后又改过')).toBeNull());
    expect(drawn(hub)).toMatchObject({ ownWords: [{ words: '今晚停水', against: mainText }] });
  });

  it('is repaired where a word is wrong', async () => {
    drawing(town()).on('get', '/api/v1/publications/{id}', openedWith('市攻府', mainText));
    const user = show(<WritePage id="7K3QZP4M" />);
    await user.click(await screen.findByRole('button', { name: '改为“政府”' }));
    expect((await field()).value).toBe('市政府');
  });

  it('lets go of what no channel takes any more', async () => {
    const hub = drawing(town()).on('get', '/api/v1/publications/{id}', openedWith('旧标题', old, 'title'));
    const user = show(<WritePage id="7K3QZP4M" />);
    expect(await screen.findByText('短信的改写已不能改写')).toBeTruthy();
    await user.click(button('恢复继承'));
    await waitFor(() => expect(screen.queryByText(/已不能改写/u)).toBeNull());
    await waitFor(() => expect(drawn(hub)).not.toHaveProperty('ownWords'));
  });
});
