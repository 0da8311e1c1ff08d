import { describe, expect, it } from 'vitest';
import { refusal } from '../testing/fake.hub.ts';
import { channel, publication, step } from '../testing/samples.ts';
import { button, hubFor, screen, show, waitFor } from '../testing/screen.tsx';
import { PublicationPage } from './publication.page.tsx';

const remark = {
  id: 3,
  block: 2,
  by: 'zhaolei',
  at: '2026-11-23T02:00:00.000Z',
  words: '时间有误',
  settled: null,
};
const resolve = {
  ...step('comments/3/settle', '已解决'),
  about: 'comment/3',
  ask: [{ kind: 'text' as const, name: 'words', label: '怎样处理的', required: true, longest: 500 }],
  given: { as: 'resolved' },
};
const p = publication(
  { steps: [resolve], history: [{ at: remark.at, by: 'wangfang', what: 'created', words: '建立草稿' }] },
  { comments: [remark], corrects: { edition: 1, reason: '日期写错' } },
);
const offers = [
  { against: 'nothing' as const, label: '不比较，看全文', at: null },
  { against: 'seen' as const, label: '我上次查看的稿', at: '2026-11-23T01:00:00.000Z' },
  { against: 'approval' as const, label: '上次审定的稿', at: '2026-11-22T01:00:00.000Z' },
];
const sameReach = { since: null, terms: [] };
const town = () =>
  hubFor('first-reviewer')
    .on('get', '/api/v1/publications/{id}', p)
    .on('get', '/api/v1/publications/{id}/renditions', { renditions: [] })
    .on('get', '/api/v1/publications/{id}/findings', {
      findings: [
        {
          severity: 'block',
          field: '正文',
          excerpt: '5325…',
          message: '有身份证号码',
          remedy: '请遮盖',
          source: '条例',
        },
      ],
    })
    .on('put', '/api/v1/publications/{id}/seen', undefined)
    .on('get', '/api/v1/publications/{id}/changes', {
      against: 'approval',
      offers,
      from: 'a'.repeat(64),
      to: 'b'.repeat(64),
      blocks: [
        {
          block: 2,
          kind: 'changed',
          words: [
            { kind: 'same', text: '停水至' },
            { kind: 'removed', text: '八时' },
            { kind: 'added', text: '九时' },
          ],
        },
      ],
      ownWords: [{ channel: 'sms', part: 'text', words: [{ kind: 'added', text: '明早停水' }] }],
      reach: sameReach,
    });
const drawn = {
  channel: 'website',
  problems: [],
  omitted: [],
  hash: 'a'.repeat(64),
  preview: { kind: 'text' as const, parts: ['停水'] },
};
/** The board of a publication listens as long as its page is open. */
class SilentStream extends EventTarget {
  close(): void {}
}
Object.assign(globalThis, { EventSource: SilentStream });

describe('the page of a publication', () => {
  it('says what it is and what it corrects', async () => {
    town();
    show(<PublicationPage id="7K3QZP4M" />);

    expect(await screen.findByText('关于乐白道街道停水的通知')).toBeTruthy();
    expect(screen.getByText('本版更正第 1 版：日期写错')).toBeTruthy();
    expect(screen.getByText('开远市水务局')).toBeTruthy();
  });

  it('of an urgent release names the channels it went past, and what its review must look at', async () => {
    const went = {
      edition: 1,
      requestedBy: 'duty',
      confirmedBy: 'duty2',
      reason: '汛情',
      at: remark.at,
      reviewDueAt: '2026-11-24T02:00:00.000Z',
      remarks: [{ field: 'title', message: '标题过长。', remedy: '请缩短。' }],
      review: null,
    };
    const notCarried = [{ channel: 'sms', why: '图片无法识别。' }];
    const urgent = publication({ state: 'released', urgentReleases: [went] }, { notCarried });
    town()
      .on('get', '/api/v1/publications/{id}', urgent)
      .on('get', '/api/v1/channels', { channels: [channel('sms', '短信')] });
    const user = show(<PublicationPage id="7K3QZP4M" />);

    expect(await screen.findByText('短信：图片无法识别。')).toBeTruthy();
    await user.click(screen.getByRole('tab', { name: /审核/ }));
    expect(await screen.findByText('补审须看：标题过长。请缩短。')).toBeTruthy();
  });

  it('shows the reviewer whom it reaches, channel by channel', async () => {
    const line = { channel: 'sms', title: '短信', is: 'told' as const, notes: [], reach: null };
    town().on('get', '/api/v1/publications/{id}/reach', {
      words: '1,204 位收件人',
      channels: [{ ...line, words: '1,204 位收件人' }],
    });
    const user = show(<PublicationPage id="7K3QZP4M" />);

    await user.click(await screen.findByText('受众与送达'));

    expect(await screen.findByText('送达 1,204 位收件人')).toBeTruthy();
  });

  it('shows the reviewer term by term whom a correction reaches now and did not before', async () => {
    town()
      .on('get', '/api/v1/areas', {
        items: [{ code: '532502002000', name: '灵泉街道', within: null }],
        venues: [{ id: 'bank', title: '银行' }],
      })
      .on('get', '/api/v1/publications/{id}/changes', {
        against: 'approval',
        offers,
        from: 'a'.repeat(64),
        to: 'a'.repeat(64),
        blocks: [],
        ownWords: [],
        reach: {
          since: 1,
          terms: [
            { kind: 'removed', part: 'meant', of: 'everybody', code: '' },
            { kind: 'added', part: 'meant', of: 'area', code: '532502002000' },
            { kind: 'added', part: 'except', of: 'venue', code: 'bank' },
          ],
        },
      });
    const user = show(<PublicationPage id="7K3QZP4M" />);

    await user.click(await screen.findByText('受众与送达（有变动）'));

    const told = (await screen.findByText('送达范围与已发布的第 1 版不同')).closest('.ant-alert');
    expect(told?.textContent).toContain('去掉受众：全县新增受众：区划 灵泉街道新增除去：场所 银行');
  });

  it('shows what must be put right, with the authority', async () => {
    town();
    const user = show(<PublicationPage id="7K3QZP4M" />);
    await user.click(await screen.findByText('检查'));

    expect((await screen.findByText('有身份证号码')).closest('tr')?.textContent).toBe(
      '必须改正文5325…有身份证号码请遮盖条例',
    );
  });

  it('leads to the publication that a finding speaks of', async () => {
    const message = '相同的内容已于 5 分钟前发布。';
    const again = { severity: 'advise' as const, field: 'body', message, remedy: '' };
    town().on('get', '/api/v1/publications/{id}/findings', {
      findings: [{ ...again, publication: 'K7M4Q2ZP' }],
    });
    const user = show(<PublicationPage id="7K3QZP4M" />);
    await user.click(await screen.findByText('检查'));

    const link = await screen.findByText('查看 K7M4Q2ZP');
    expect(link.getAttribute('href')).toBe('/publication/K7M4Q2ZP');
  });

  it('shows word by word what is different from what was approved', async () => {
    town();
    const user = show(<PublicationPage id="7K3QZP4M" />);
    await user.click(await screen.findByText('改动'));

    expect((await screen.findByText('八时')).style.textDecoration).toBe('line-through');
    expect(screen.getByText('九时').style.textDecoration).toBe('');
    expect(screen.getByText('明早停水')).toBeTruthy();
  });

  it('holds the text against what the person chooses of what the hub offers', async () => {
    const at = { from: null, to: 'b'.repeat(64), ownWords: [], reach: sameReach, offers };
    const whole = (text: string) => ({
      block: 1,
      kind: 'added' as const,
      words: [{ kind: 'added' as const, text }],
    });
    const hub = town().on('get', '/api/v1/publications/{id}/changes', ({ query }) =>
      query['against'] === 'nothing'
        ? { ...at, against: 'nothing' as const, blocks: [whole('全文在此')] }
        : { ...at, from: 'a'.repeat(64), against: 'seen' as const, blocks: [] },
    );
    const user = show(<PublicationPage id="7K3QZP4M" />);
    await user.click(await screen.findByText('改动'));

    expect(await screen.findByText('与我上次查看的稿完全相同')).toBeTruthy();
    const seen = screen.getByRole('radio', { name: '我上次查看的稿（2026/11/23 09:00:00）' });
    expect(seen).toHaveProperty('checked', true);
    await user.click(screen.getByRole('radio', { name: '不比较，看全文' }));

    expect((await screen.findByText('全文在此')).style.background).toBe('');
    expect(hub.to('get', '/changes').at(-1)?.query).toEqual({ against: 'nothing' });
  });

  it('tells the hub which text is before one’s eyes, and nothing of what is public', async () => {
    const hub = town().on('get', '/api/v1/publications/{id}/renditions', { renditions: [drawn] });
    show(<PublicationPage id="7K3QZP4M" />);
    await waitFor(() => expect(hub.to('put', '/7K3QZP4M/seen')).toHaveLength(1));
    expect(hub.to('put', '/seen')[0]?.body).toEqual({ contentHash: p.editions[0]?.contentHash });

    const out = publication({ state: 'released' }, { releasedAt: remark.at });
    const other = town().on('get', '/api/v1/publications/{id}', out);
    show(<PublicationPage id="7K3QZP4M" />);
    await waitFor(() => expect(other.to('get', '/7K3QZP4M/changes')).not.toHaveLength(0));
    expect(other.to('put', '/seen')).toEqual([]);
  });

  it.each([/审核与批注/, '各渠道稿', '改动'])(
    'of a correction tells nothing of a text that nobody saw yet, before %s is opened',
    async (panel) => {
      const [now] = p.editions;
      if (now === undefined) throw new Error('no edition');
      const before = { ...now, edition: 1, contentHash: 'c'.repeat(64), releasedAt: remark.at };
      const correction = publication({
        editions: [before, { ...now, edition: 2, contentHash: 'b'.repeat(64) }],
      });
      const hub = town()
        .on('get', '/api/v1/publications/{id}', correction)
        .on('get', '/api/v1/publications/{id}/renditions', { renditions: [drawn] });
      const user = show(<PublicationPage id="7K3QZP4M" />);
      await user.click(await screen.findByText('受众与送达'));
      await user.click(screen.getByText('经过'));
      await waitFor(() => expect(hub.to('get', '/7K3QZP4M/changes')).not.toHaveLength(0));
      expect(hub.to('put', '/seen')).toEqual([]);

      await user.click(screen.getByText(panel));
      await waitFor(() => expect(hub.to('put', '/7K3QZP4M/seen')).toHaveLength(1));
      expect(hub.to('put', '/seen')[0]?.body).toEqual({ contentHash: 'b'.repeat(64) });
    },
  );

  it('settles a remark beside the remark, with the version that was seen', async () => {
    const hub = town().on('post', '/api/v1/publications/{id}/comments/{comment}/settle', p);
    const user = show(<PublicationPage id="7K3QZP4M" />);
    await user.click(await screen.findByText(/审核与批注/));
    await screen.findByText('时间有误');
    await user.click(button('已解决'));
    await user.type(await screen.findByLabelText('怎样处理的'), '改为9时');
    await user.click(button('确认已解决'));

    await waitFor(() => expect(hub.to('post', '/comments/3/settle')).toHaveLength(1));
    expect(hub.to('post', '/settle')[0]?.body).toEqual({ version: 4, as: 'resolved', words: '改为9时' });
  });

  it('says so when there is nothing of that name', async () => {
    town().on('get', '/api/v1/publications/{id}', refusal(404, '没有这个发布件，请核对编号'));
    show(<PublicationPage id="7K3QZP4M" />);

    expect(await screen.findByText('没有这个发布件，请核对编号')).toBeTruthy();
  });
});
