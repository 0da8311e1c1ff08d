import { fireEvent } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../api/hub.types.ts';
import { WritePage } from '../publications/write.page.tsx';
import type { FakeHub, Sent } from '../testing/fake.hub.ts';
import { publication } from '../testing/samples.ts';
import { button, screen, show, waitFor } from '../testing/screen.tsx';
import { asDocument, pageOf, sourceIn, town, write, written } from '../testing/writing.tsx';

const words = '市人民攻府决定，截止目前停水。';
const source = '本市易错词表';
const wrong = (bad: string, good: string, severity: 'block' | 'advise'): Finding => ({
  rule: 'wrong-word',
  severity,
  field: 'body.1',
  excerpt: `…${bad}…`,
  place: { block: 0, spot: { path: [], from: words.indexOf(bad), to: words.indexOf(bad) + bad.length } },
  message: `“${bad}”常见错别字。`,
  remedy: `应为“${good}”，请核对。`,
  repair: good,
  source,
});
const inTitle: Finding = {
  rule: 'doubled-word',
  severity: 'advise',
  field: 'title',
  excerpt: '关于关于停水…',
  place: { block: null, spot: { path: [], from: 0, to: 4 } },
  message: '“关于”连写了两遍。',
  remedy: '请删去一个。',
  repair: '关于',
};
const missing: Finding = {
  rule: 'bad-date',
  severity: 'block',
  field: 'header.documentNumber',
  message: '发文字号格式不规范。',
  remedy: '应为“开政办发〔2026〕8号”。',
};

/** Finds as the hub does: what is still in the text. */
function finding(hub: FakeHub): FakeHub {
  const all = [wrong('攻府', '政府', 'block'), wrong('截止目前', '截至目前', 'advise')];
  return hub.on('post', '/api/v1/proofreadings', ({ body }: Sent) => {
    const { body: document } = sourceIn(body) as { body: ReturnType<typeof asDocument> };
    const { title = '' } = body as { readonly title?: string };
    const now = JSON.stringify(document);
    return {
      body: document,
      findings: [
        missing,
        ...all.filter(({ message }) => now.includes(message.split('”')[0]?.slice(1) ?? '')),
        ...(title.startsWith('关于关于') ? [inTitle] : []),
      ],
    };
  });
}

async function writing() {
  const hub = finding(town());
  const user = show(<WritePage />);
  await write(hub, { title: '关于关于停水', body: asDocument(words) });
  await screen.findByText('必须改 2 处');
  return { hub, user };
}
const underlined = async () =>
  [...(await pageOf()).querySelectorAll('.towncrier-finding')].map((one) => [
    one.textContent,
    one.classList.contains('block'),
  ]);
const focusedId = () => document.activeElement?.id;
const f8 = () => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'F8' });

describe('while a notice is written', () => {
  it('what was noticed is underlined where it stands, and listed with its basis', async () => {
    await writing();

    await waitFor(async () =>
      expect(await underlined()).toEqual([
        ['攻府', true],
        ['截止目前', false],
      ]),
    );
    expect(screen.getByText('建议 2 处')).toBeTruthy();
    expect(screen.getAllByText(`依据：${source}`)).toHaveLength(2);
  });

  it('F8 leads from one to the next, in the title, the head and the text, and round', async () => {
    await writing();
    (await pageOf()).focus();

    f8();
    expect(focusedId()).toBe('title');
    f8();
    expect(focusedId()).toBe('documentNumber');
    expect(await screen.findByText(/^第 2 处，共 4 处：发文字号/u)).toBeTruthy();
    f8();
    await screen.findByText(/^第 3 处，共 4 处：“攻府”/u);
    expect(document.activeElement).toBe(await pageOf());
    f8();
    await screen.findByText(/^第 4 处，共 4 处/u);
    f8();
    await screen.findByText(/^第 1 处，共 4 处/u);
  });

  it('one key puts the right word where the wrong one stands, and nothing else', async () => {
    const { user } = await writing();
    await user.click(button('改为“政府”'));
    expect(await written()).toBe('市人民政府决定，截止目前停水。');
    await user.click(button('改为“关于”'));

    await waitFor(() => expect(screen.queryByText(/“攻府”/u)).toBeNull());
    expect((screen.getByLabelText('标题') as HTMLInputElement).value).toBe('关于停水');
    await waitFor(async () => expect(await underlined()).toEqual([['截止目前', false]]));
  });

  it('what a submission would ask is one of them, and F8 leads to the channel it is about', async () => {
    const hub = town();
    const content = publication().editions[0]?.content;
    if (content === undefined) throw new Error('no edition');
    const omission: Finding = {
      rule: 'submission-omission',
      severity: 'advise',
      field: 'channels.sms',
      message: '“短信”的读者看不到：没有表格。',
      remedy: '请写明摘要。',
    };
    const required = { ...omission, field: 'channels.website', message: '没有选“政府网站”。' };
    hub.on('post', '/api/v1/previews', {
      content,
      contentHash: 'a'.repeat(64),
      mainText: 'b'.repeat(64),
      findings: [],
      losses: [],
      essentials: [],
      shortTitles: [],
      renditions: [{ channel: 'sms', problems: [], omitted: [], hash: 'a'.repeat(64) }],
      asked: [omission, required],
    });
    show(<WritePage />);
    await write(hub);
    await screen.findByText('建议 2 处');
    expect(hub.to('post', '/previews').at(-1)?.body).toMatchObject({ channels: ['website', 'sms'] });
    f8();
    expect(focusedId()).toBe('channels_sms');
    f8();
    expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: '政府网站' }));
  });

  it('a title that is another one by now is left as it is', async () => {
    const { user } = await writing();
    fireEvent.change(screen.getByLabelText('标题'), { target: { value: '一关于关于停水' } });
    await user.click(button('改为“关于”'));

    expect((screen.getByLabelText('标题') as HTMLInputElement).value).toBe('一关于关于停水');
  });

  it('a text that is another one by now is left as it is', async () => {
    const { user } = await writing();
    const page = await pageOf();
    const text = page.querySelector('p')?.firstChild;
    if (text != null) text.textContent = '攻府已经不在这里。';
    fireEvent.input(page);
    await user.click(button('改为“政府”'));

    expect(await written()).not.toContain('政府');
  });
});
