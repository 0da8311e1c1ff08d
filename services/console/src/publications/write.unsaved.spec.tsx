import { fireEvent } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';
import type { Publication } from '../api/hub.types.ts';
import { lost, refusal, type FakeHub } from '../testing/fake.hub.ts';
import { publication } from '../testing/samples.ts';
import { act, button, screen, show, waitFor } from '../testing/screen.tsx';
import { asDocument, pageOf, save, town, write, written } from '../testing/writing.tsx';
import { foundCopies, keepCopy } from '../unsaved/copy.store.ts';
import { anythingUnsaved } from '../frame/unsaved.ts';
import { asForm, beginningOf, type Filled } from './filled.ts';
import { WritePage } from './write.page.tsx';

const titleField = () => screen.findByLabelText('标题');
const titled = async (title: string): Promise<void> =>
  void fireEvent.change(await titleField(), { target: { value: title } });
const copies = () => foundCopies<Filled>();
const titlesKept = async () => (await copies()).map(({ form }) => form.written.title);
const quiet = () => town().on('put', '/api/v1/publications/{id}/lock', { by: 'wangfang', until: '2026' });

/** As somebody left it who closed the browser. */
const left = (title: string, more: { person?: string; at?: string; of?: Publication } = {}) => {
  const { person = 'wangfang', at = new Date(Date.now() - 60_000).toISOString(), of } = more;
  const { from, base } = beginningOf(of);
  const subject = of === undefined ? 'new' : `edit/${of.id}`;
  const form = { ...base, written: { ...base.written, title } };
  return { key: `${person}/${subject}/${title}`, person, subject, at, from, base, form };
};

describe('what is written and not saved', () => {
  it('is kept in the browser and, of a draft, at the hub', async () => {
    const hub = quiet();
    show(<WritePage id="7K3QZP4M" />);
    await titled('改了的标题');

    await waitFor(async () => expect(await titlesKept()).toEqual(['改了的标题']));
    await waitFor(() => expect(hub.to('put', '/working-copy').length).toBeGreaterThan(0));
    expect(hub.to('put', '/working-copy').at(-1)?.body).toMatchObject({
      purpose: 'edit',
      from: { version: 4, contentHash: publication().editions[0]?.contentHash },
      form: expect.stringContaining('改了的标题'),
    });
    expect(await screen.findByText(/未保存；已暂存在本机（.*）和服务器/)).toBeTruthy();
  });

  it('is nothing as long as only the form filled itself in', async () => {
    const hub = quiet();
    show(<WritePage />);
    await screen.findByText('政府网站');
    await new Promise((done) => setTimeout(done, 1500));

    expect(await copies()).toEqual([]);
    expect(hub.to('put', '/working-copy')).toEqual([]);
    expect(anythingUnsaved()).toBe(false);
  });

  it('is what an import filled in, and a file that goes along', async () => {
    const hub = town().on('post', '/api/v1/attachments', {
      name: '附表.pdf',
      bytes: 9,
      href: 'https://www.example.gov.cn/files/a.pdf',
      hash: 'a',
      type: 'pdf',
    });
    const user = show(<WritePage />);
    await write(hub);
    await waitFor(async () => expect(await titlesKept()).toEqual(['停水通知']));
    const inputs = document.querySelectorAll<HTMLInputElement>('.ant-upload input[type=file]');
    const attaching = inputs[1];
    if (attaching === undefined) throw new Error('no way to attach a file');
    await user.upload(attaching, new File(['%PDF'], '附表.pdf', { type: 'application/pdf' }));

    await waitFor(async () => expect((await copies())[0]?.form.attachments).toHaveLength(1));
    expect(anythingUnsaved()).toBe(true);
  });

  it('is over once it is saved', async () => {
    const hub = quiet().on('put', '/api/v1/publications/{id}/draft', publication());
    const user = show(<WritePage id="7K3QZP4M" />);
    await titled('改了的标题');
    await waitFor(async () => expect(await copies()).toHaveLength(1));
    await user.click(save());

    await waitFor(() => expect(location.pathname).toBe('/publication/7K3QZP4M'));
    expect(await copies()).toEqual([]);
    expect(anythingUnsaved()).toBe(false);
    expect(hub.to('put', '/draft')[0]?.body).toMatchObject({ version: 4, title: '改了的标题' });
  });

  it('stays when it could not be saved', async () => {
    quiet().on('put', '/api/v1/publications/{id}/draft', lost);
    const user = show(<WritePage id="7K3QZP4M" />);
    await titled('改了的标题');
    await user.click(save());

    expect(await screen.findByText(/无法连接服务器/)).toBeTruthy();
    await waitFor(async () => expect(await titlesKept()).toEqual(['改了的标题']));
    expect(anythingUnsaved()).toBe(true);
  });
});

describe('what was not saved the last time', () => {
  it('is asked about, with what is different, and put back on the page', async () => {
    quiet();
    await keepCopy(left('没写完的标题', { of: publication() }));
    const user = show(<WritePage id="7K3QZP4M" />);
    expect(await screen.findByText(/上次未保存的文字/)).toBeTruthy();
    await user.click(button('看看有什么不同'));
    expect(screen.getByText('关于乐白道街道停水的通知', { selector: 'del' })).toBeTruthy();
    expect(screen.getByText('没写完的标题', { selector: 'mark' })).toBeTruthy();
    await user.click(button('恢复'));

    expect(((await titleField()) as HTMLInputElement).value).toBe('没写完的标题');
    expect(screen.queryByText(/上次未保存的文字/)).toBeNull();
    await waitFor(async () => expect(await titlesKept()).toEqual(['没写完的标题']));
    expect((await copies())[0]?.key).not.toContain('没写完');
  });

  it('does not take the place of what is written already: that is asked about then', async () => {
    quiet();
    await keepCopy(left('没写完的标题'));
    const user = show(<WritePage />);
    await screen.findByText(/上次未保存的文字/);
    await titled('今天的');
    await user.click(button('恢复'));

    expect(await screen.findAllByText(/上次未保存的文字/)).toHaveLength(1);
    await waitFor(async () => expect((await titlesKept()).toSorted()).toEqual(['今天的', '没写完的标题']));
  });

  it('is gone when it is thrown away', async () => {
    quiet();
    await keepCopy(left('没写完的标题'));
    const user = show(<WritePage />);
    await screen.findByText(/上次未保存的文字/);
    await user.click(button('丢弃'));

    await waitFor(async () => expect(await copies()).toEqual([]));
    expect(screen.queryByText(/上次未保存的文字/)).toBeNull();
    expect(((await titleField()) as HTMLInputElement).value).toBe('');
  });

  it('on another machine comes from the hub, and stays when something else is written first', async () => {
    const before = publication();
    const { from, base, form } = left('办公室里写的', { of: before });
    const copy = { purpose: 'edit' as const, savedAt: new Date().toISOString(), form: asForm(base, form) };
    const hub = quiet().on('get', '/api/v1/publications/{id}/working-copy', {
      copy: { ...copy, from: from ?? { version: 1, contentHash: '' } },
    });
    show(<WritePage id="7K3QZP4M" />);
    await screen.findByText(/上次未保存的文字/);
    await titled('家里写的');

    await waitFor(() => expect(hub.to('put', '/working-copy').length).toBeGreaterThan(0));
    await waitFor(async () =>
      expect((await titlesKept()).toSorted()).toEqual(['办公室里写的', '家里写的'].toSorted()),
    );
  });

  it.each([
    ['somebody else', { person: 'liming' }],
    ['nobody for a fortnight', { at: '2026-01-05T02:00:00.000Z' }],
  ])('is not shown when it was written by %s', async (_whose, more) => {
    quiet();
    await keepCopy(left('没写完的标题', more));
    show(<WritePage />);
    await titled('今天的');

    await waitFor(async () => expect(await titlesKept()).toContain('今天的'));
    expect(screen.queryByText(/上次未保存的文字/)).toBeNull();
  });

  it('of a channel that is chosen is not undone by what is usual', async () => {
    const hub = quiet();
    const { base, ...rest } = left('没写完的标题');
    await keepCopy({
      ...rest,
      base,
      form: { ...base, written: { ...rest.form.written, channels: ['sms'] } },
    });
    const user = show(<WritePage />);
    await screen.findByText('政府网站');
    await user.click(await screen.findByRole('button', { name: /恢\s*复$/ }));
    const asked = hub.to('get', '/channels').length;
    hub.on('get', '/api/v1/channels', { channels: [] });
    await act(async () => dispatchEvent(new Event('visibilitychange')));
    await waitFor(() => expect(hub.to('get', '/channels').length).toBeGreaterThan(asked));

    await waitFor(async () => expect((await copies())[0]?.form.written.channels).toEqual(['sms']));
  });
});

/** The draft with another text, one version on. */
function savedByAnother(said: string, title?: string): Publication {
  const { editions, ...rest } = publication();
  const content = editions.map((edition) => ({
    ...edition,
    contentHash: 'f'.repeat(64),
    content: { ...edition.content, body: asDocument(said), ...(title === undefined ? {} : { title }) },
  }));
  return { ...rest, version: rest.version + 1, editions: content };
}
const stale = refusal(409, '稿件已被他人更新', { code: 'stale', current: 5 });
/** Somebody else saves while it is open here, and the save is refused. */
async function lateSave(hub: FakeHub, other: Publication, mine: string): Promise<ReturnType<typeof show>> {
  hub.on('put', '/api/v1/publications/{id}/draft', stale);
  const user = show(<WritePage id="7K3QZP4M" />);
  await pageOf();
  await titled(mine);
  hub.on('get', '/api/v1/publications/{id}', other);
  await user.click(save());
  return user;
}

describe('when somebody else was faster', () => {
  it('what only one of the two changed comes together, and is saved on what stands there now', async () => {
    const hub = quiet();
    const user = await lateSave(hub, savedByAnother('十时起停水。'), '我的标题');
    expect(await screen.findByText(/改的是别处，与您的修改不冲突/)).toBeTruthy();
    await user.click(button('合并到本页'));
    expect(await written()).toBe('十时起停水。');
    expect(((await titleField()) as HTMLInputElement).value).toBe('我的标题');

    hub.on('put', '/api/v1/publications/{id}/draft', publication());
    await user.click(save());
    await waitFor(() => expect(location.pathname).toBe('/publication/7K3QZP4M'));
    expect(hub.to('put', '/draft').map(({ body }) => body)).toMatchObject([
      { version: 4, base: publication().editions[0]?.contentHash },
      { version: 5, base: 'f'.repeat(64), title: '我的标题' },
    ]);
  });

  it('a person chooses where both changed the same', async () => {
    const user = await lateSave(quiet(), savedByAnother('因管网检修停水。', '他人的标题'), '我的标题');
    expect(await screen.findByText(/有 1 处和您改得不同，请逐处选择/)).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: '用他人的' }));
    await user.click(button('合并到本页'));

    expect(((await titleField()) as HTMLInputElement).value).toBe('他人的标题');
    expect(screen.queryByText(/请逐处选择/)).toBeNull();
  });

  it('it may have been the same save, whose answer was lost', async () => {
    await lateSave(quiet(), savedByAnother('因管网检修停水。', '我的标题'), '我的标题');

    await waitFor(() => expect(location.pathname).toBe('/publication/7K3QZP4M'));
    await waitFor(async () => expect(await copies()).toEqual([]));
  });

  it('what was not saved the last time is laid beside what was saved since', async () => {
    const hub = quiet().on('get', '/api/v1/publications/{id}', savedByAnother('十时起停水。'));
    await keepCopy(left('没写完的标题', { of: publication() }));
    const user = show(<WritePage id="7K3QZP4M" />);
    await user.click(await screen.findByRole('button', { name: /恢\s*复$/ }));
    await user.click(await screen.findByRole('button', { name: '合并到本页' }));

    expect(await written()).toBe('十时起停水。');
    expect(((await titleField()) as HTMLInputElement).value).toBe('没写完的标题');
    expect(hub.to('put', '/draft')).toEqual([]);
  });
});

describe('a draft that is open twice', () => {
  const elsewhere = refusal(409, '您已在另一个标签页打开了这份稿件', { code: 'locked' });

  it('says where else, and is taken over on demand only', async () => {
    const hub = town().on('put', '/api/v1/publications/{id}/lock', elsewhere);
    const user = show(<WritePage id="7K3QZP4M" />);
    expect(await screen.findByText('您已在另一个标签页打开了这份稿件')).toBeTruthy();
    expect(hub.to('put', '/lock').map(({ body }) => body)).toMatchObject([{ takeOver: false }]);
    await user.click(screen.getByText('接手编辑'));

    await waitFor(() => expect(hub.to('put', '/lock').at(-1)?.body).toMatchObject({ takeOver: true }));
    const tabs = new Set(hub.to('put', '/lock').map(({ body }) => (body as { tab: string }).tab));
    expect(tabs.size).toBe(1);
  });

  it('learns that it was taken over before it saves', async () => {
    const hub = quiet();
    show(<WritePage id="7K3QZP4M" />);
    await pageOf();
    hub.on('put', '/api/v1/publications/{id}/lock', elsewhere);
    hub.on('put', '/api/v1/publications/{id}/working-copy', elsewhere);
    await titled('改了的标题');

    expect(await screen.findByText('您已在另一个标签页打开了这份稿件')).toBeTruthy();
    expect(hub.to('put', '/draft')).toEqual([]);
    await waitFor(async () => expect(await titlesKept()).toEqual(['改了的标题']));
  });
});
