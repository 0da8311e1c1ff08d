import { fireEvent } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';
import { lost, refusal } from '../testing/fake.hub.ts';
import { channel, publication } from '../testing/samples.ts';
import { button, screen, show, waitFor } from '../testing/screen.tsx';
import {
  asDocument,
  clipboard,
  pageOf,
  save,
  sourceIn,
  town,
  words,
  write,
  written,
} from '../testing/writing.tsx';
import type { Proposal } from './proposals.ts';
import { WritePage } from './write.page.tsx';

const typed = (channels: Proposal['channels']) => ({
  code: 'general-notice',
  title: '通知公告',
  basis: '',
  fields: [],
  gates: [],
  needs: [],
  goes: {
    channels,
    others: { proposed: true, reason: '面向公众' },
    lane: { value: 'urgent' as const, reason: '汛期不等' },
    audience: { value: { scope: 'all' as const }, reason: '面向全县' },
  },
});
describe('writing', () => {
  it('hands in the text for all channels, and goes on to what became of it', async () => {
    const hub = town().on('post', '/api/v1/publications', publication());
    const user = show(<WritePage />);
    await write(hub);
    await user.click(save());

    await waitFor(() => expect(location.pathname).toBe('/publication/7K3QZP4M'));
    expect(hub.to('post', '/publications')[0]?.body).toMatchObject({
      format: 'document',
      source: JSON.stringify({ body: asDocument(words), media: [] }),
      title: '停水通知',
      losses: [],
      lane: 'normal',
      channels: ['website', 'sms'],
      drill: false,
    });
  });

  it('is handed in as the same draft when its answer got lost, and another page as another', async () => {
    const hub = town().on('post', '/api/v1/publications', lost);
    const user = show(<WritePage />);
    await write(hub);
    await user.click(save());
    await screen.findByText(/网络/u);
    hub.on('post', '/api/v1/publications', publication());
    await user.click(save());

    await waitFor(() => expect(location.pathname).toBe('/publication/7K3QZP4M'));
    const [first, second] = hub.to('post', '/publications').map(({ attempt }) => attempt);
    expect(first).toMatch(/^[\w-]{8,64}$/);
    expect(second).toBe(first);
  });

  it('goes where its type usually goes, until the editor chooses', async () => {
    const type = typed([{ channel: 'sms', proposed: false, reason: '与多数人无关' }]);
    const hub = town()
      .on('get', '/api/v1/publication-types', { items: [type] })
      .on('post', '/api/v1/publications', publication());
    const user = show(<WritePage />);
    await write(hub);
    expect(await screen.findByText('不选短信：与多数人无关')).toBeTruthy();
    expect(screen.getByText('紧急通道：汛期不等')).toBeTruthy();
    await user.click(save());

    await waitFor(() => expect(hub.to('post', '/publications')).toHaveLength(1));
    expect(hub.to('post', '/publications')[0]?.body).toMatchObject({
      channels: ['website'],
      audience: { scope: 'all' },
      lane: 'urgent',
    });
  });

  it('says aloud which law asks for a channel that is not chosen', async () => {
    const article = '《政府信息公开条例》第二十四条';
    const site = { channel: 'website', proposed: true, reason: '集中在门户网站公开', law: { article } };
    const hub = town().on('get', '/api/v1/publication-types', { items: [typed([site])] });
    const user = show(<WritePage />);
    await write(hub);
    expect(screen.queryByText(/没有选“政府网站”/u)).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: '政府网站' }));

    expect(await screen.findByText(`没有选“政府网站”，依${article}应当选：集中在门户网站公开`)).toBeTruthy();
  });

  it('has an urgent notice drawn as one', async () => {
    const hub = town();
    const user = show(<WritePage />);
    await write(hub);
    await user.click(screen.getByText('紧急'));

    await waitFor(() => expect(hub.to('post', '/previews').at(-1)?.body).toMatchObject({ lane: 'urgent' }));
    expect(hub.to('post', '/previews').at(-1)?.body).toMatchObject({
      source: JSON.stringify({ body: asDocument(words), media: [] }),
      matter: { type: 'general-notice', column: 'tzgg' },
    });
  });

  it('shows beside the short title what each channel will call it', async () => {
    const proposal = { channel: 'sms', title: '短信', max: 64, text: '灵泉东路分时段停水', cut: false };
    const content = publication().editions[0]?.content;
    if (content === undefined) throw new Error('no edition');
    const hub = town().on('post', '/api/v1/previews', {
      content,
      contentHash: 'a'.repeat(64),
      mainText: 'b'.repeat(64),
      asked: [],
      findings: [],
      losses: [],
      essentials: [],
      shortTitles: [proposal],
      renditions: [],
    });
    show(<WritePage />);
    await write(hub);

    expect(await screen.findByText('短信（64 字）：灵泉东路分时段停水')).toBeTruthy();
    expect(screen.getByPlaceholderText('灵泉东路分时段停水')).toBeTruthy();
  });

  it('shows what short texts will say, and hands in what the editor makes of it', async () => {
    const content = publication().editions[0]?.content;
    if (content === undefined) throw new Error('no edition');
    const hub = town().on('post', '/api/v1/previews', {
      content,
      contentHash: 'a'.repeat(64),
      mainText: 'b'.repeat(64),
      asked: [],
      findings: [],
      losses: [],
      essentials: [{ kind: 'when', label: '停水时间', words: '今晚十点起', block: 2 }],
      shortTitles: [],
      renditions: [],
    });
    const user = show(<WritePage />);
    await write(hub);
    expect(await screen.findByText(/停水时间：今晚十点起/)).toBeTruthy();
    expect(hub.to('post', '/previews').at(-1)?.body).not.toHaveProperty('essentials');

    await user.click(button('修改要素'));
    const words = await screen.findByLabelText('要素内容');
    await user.clear(words);
    await user.type(words, '今晚九点起');
    await waitFor(() =>
      expect(hub.to('post', '/previews').at(-1)?.body).toMatchObject({
        essentials: [{ kind: 'when', label: '停水时间', words: '今晚九点起', block: 2 }],
      }),
    );

    await user.click(button('恢复从正文识别'));
    await waitFor(() => expect(hub.to('post', '/previews').at(-1)?.body).not.toHaveProperty('essentials'));
  });

  it('sends nothing without a text', async () => {
    const hub = town();
    const user = show(<WritePage />);
    await user.click(await screen.findByRole('button', { name: '保存草稿（Ctrl+Enter）' }));

    expect(await screen.findByText('请填写或粘贴正文')).toBeTruthy();
    expect(hub.to('post', '/publications')).toEqual([]);
  });

  it.each([
    ['the hub refuses', refusal(422, '栏目已撤销，请另选栏目'), '栏目已撤销，请另选栏目'],
    ['the network is gone', lost, /无法连接服务器/],
  ])('keeps every word when %s', async (_case, answer, sentence) => {
    const hub = town().on('post', '/api/v1/publications', answer);
    const user = show(<WritePage />);
    await write(hub);
    await user.click(save());

    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(await written()).toBe(words);
    expect(location.pathname).toBe('/');
  });

  it('hands in a draft that was opened and not changed as it was', async () => {
    const hub = town().on('put', '/api/v1/publications/{id}/draft', publication());
    const user = show(<WritePage id="7K3QZP4M" />);
    await pageOf();
    await user.click(save());

    await waitFor(() => expect(hub.to('put', '/draft')).toHaveLength(1));
    const sent = hub.to('put', '/draft')[0]?.body;
    expect(sourceIn(sent)).toEqual({ body: publication().editions[0]?.content.body, media: [] });
    expect(sent).not.toHaveProperty('losses');
  });

  it('keeps what was pasted when the hub cannot read it', async () => {
    town().on('post', '/api/v1/readings', lost);
    show(<WritePage />);
    const page = await pageOf();
    const html = `<p>${words}</p>`;
    fireEvent.paste(page, { clipboardData: clipboard({ 'text/plain': words, 'text/html': html }) });

    expect(await screen.findByText(/无法连接服务器/)).toBeTruthy();
    expect(await written()).toBe(words);
  });

  it('has a picture described where it stands', async () => {
    const media = { id: 'a'.repeat(64), mediaType: 'image/png' as const, bytes: 9 };
    const picture = { type: 'image' as const, attrs: { media: media.id, alt: '' } };
    const body = asDocument(words);
    const hub = town().on('post', '/api/v1/publications', publication());
    const user = show(<WritePage />);
    await write(hub, { body: { ...body, content: [...body.content, picture] }, media: [media] });
    fireEvent.change(screen.getByLabelText('替代文字（读给看不见图片的人听）'), {
      target: { value: '停水范围图' },
    });
    await user.click(save());

    await waitFor(() => expect(hub.to('post', '/publications')).toHaveLength(1));
    expect(sourceIn(hub.to('post', '/publications')[0]?.body)).toEqual({
      body: {
        ...body,
        content: [...body.content, { ...picture, attrs: { ...picture.attrs, alt: '停水范围图' } }],
      },
      media: [media],
    });
  });

  it('has it said what must be seen where a channel cuts a picture', async () => {
    const media = { id: 'a'.repeat(64), mediaType: 'image/png' as const, bytes: 9 };
    const picture = { type: 'image' as const, attrs: { media: media.id, alt: '泵站' } };
    const body = asDocument(words);
    const { can } = channel('wechat', '公众号');
    const cuts = [{ title: '公众号封面', width: 900, height: 383 }];
    const hub = town()
      .on('get', '/api/v1/channels', {
        channels: [channel('website', '政府网站'), channel('wechat', '公众号', { can: { ...can, cuts } })],
      })
      .on('post', '/api/v1/publications', publication());
    const user = show(<WritePage />);
    await write(hub, { body: { ...body, content: [...body.content, picture] }, media: [media] });
    await user.click(button('用作封面并设焦点'));
    const cut = await screen.findByAltText('公众号封面裁剪后的样子');
    expect(cut.style.objectPosition).toBe('50% 50%');
    fireEvent.keyDown(screen.getByRole('slider', { name: '焦点自左' }), { key: 'Home', keyCode: 36 });
    await waitFor(() => expect(cut.style.objectPosition).toBe('0% 50%'));
    await user.click(save());

    await waitFor(() => expect(hub.to('post', '/publications')).toHaveLength(1));
    const attrs = { ...picture.attrs, focus: { x: 0, y: 0.5 } };
    expect(sourceIn(hub.to('post', '/publications')[0]?.body)).toMatchObject({
      body: { content: [...body.content, { ...picture, attrs }] },
    });
  });

  it('does not hand in a contact that nobody is named in', async () => {
    const hub = town();
    const user = show(<WritePage />);
    await write(hub);
    await user.click(button('联系方式'));
    fireEvent.change(await screen.findByLabelText('电话'), { target: { value: '0873-7122345' } });
    await user.click(save());

    expect(await screen.findByText('请填写联系方式的单位或窗口')).toBeTruthy();
    expect(hub.to('post', '/publications')).toEqual([]);
  });

  it('of a correction asks for the reason the public will read', async () => {
    const hub = town().on('post', '/api/v1/publications/{id}/correct', publication());
    const user = show(<WritePage id="7K3QZP4M" purpose="correct" />);
    await pageOf();
    await user.click(save());
    expect(await screen.findByText('请写明公众能看到的更正原因')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('更正原因（公开）'), { target: { value: '时间有误' } });
    await user.click(save());

    await waitFor(() => expect(hub.to('post', '/7K3QZP4M/correct')).toHaveLength(1));
    expect(hub.to('post', '/correct')[0]?.body).toMatchObject({
      version: 4,
      reason: '时间有误',
      hidesEarlier: false,
    });
  });

  it('of a correction hands on that what it corrects must not stay public', async () => {
    const hub = town().on('post', '/api/v1/publications/{id}/correct', publication());
    const user = show(<WritePage id="7K3QZP4M" purpose="correct" />);
    await pageOf();
    fireEvent.change(screen.getByLabelText('更正原因（公开）'), { target: { value: '有误' } });
    await user.click(screen.getByLabelText('原版不得继续公开'));
    await user.click(save());

    await waitFor(() => expect(hub.to('post', '/7K3QZP4M/correct')).toHaveLength(1));
    expect(hub.to('post', '/correct')[0]?.body).toMatchObject({ hidesEarlier: true });
  });
});
