import type { SendingCost } from '@towncrier/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KnownChannel } from '../channels/known.channel.ts';
import type { ReachTold } from '../channels/reach.desk.ts';
import { approvedStory, corrected, dayAfter, edited, released, Story, written } from '../../testing/story.ts';
import { atOnce } from '../publication.terms.ts';
import type { Publication } from '../publication.ts';
import { weigh, type Weighing } from './consequence.rules.ts';
import { outwardAct, type OutwardAct } from './consequences.view.ts';

/** Shortly after the story; ten past five in the afternoon in China. */
const at = '2026-11-23T09:10:00.000Z';
const unaudited = { unauditedAt: null, unaudited: [] };
type Announced = KnownChannel['doc']['announced'];

function known(id: string, recall: Announced['can']['recall'], more: Partial<Announced> = {}): KnownChannel {
  const announced: Announced = {
    id,
    title: id === 'sms' ? '短信' : '政府网站',
    consumes: [],
    mode: 'twin',
    ready: true,
    at,
    places: [],
    can: {
      recall,
      revise: 'in-place',
      receipts: 'none',
      targets: '',
      limits: [],
      visibleWithinMs: 9000,
      consequences: { correct: `${id}更正`, withdraw: `${id}撤回` },
    },
    ...more,
  };
  const doc: KnownChannel['doc'] = {
    _id: id,
    version: 1,
    announced,
    firstSeen: at,
    lastSeen: at,
    removed: null,
    revision: 1,
    ...unaudited,
  };
  return { id, online: true, doc };
}

const everyone = {
  channel: 'website',
  kinds: [],
  reached: 0,
  of: 0,
  sample: [],
  withoutConsent: [],
  resting: [],
  unknown: [],
};
const site: ReachTold = {
  channel: 'website',
  is: 'told',
  reach: everyone,
};
const phones = (reached: number): ReachTold => ({
  channel: 'sms',
  is: 'told',
  reach: {
    ...everyone,
    channel: 'sms',
    kinds: [{ kind: 'person', measure: '位收件人', reached, of: reached }],
    reached,
    of: reached,
  },
});
const counted = ['website', 'sms'];
const cost = (people: number): SendingCost => ({ people, messages: people * 2, fen: people * 9 });

const weighing = (state: Publication, act: OutwardAct, more: Partial<Weighing> = {}): Weighing => ({
  act,
  state,
  channels: [known('website', 'replace'), known('sms', 'follow-up')],
  said: { reach: [site, phones(25)], costs: { sms: cost(25) }, counted },
  readsNewest: true,
  neighbours: [],
  at,
  beyond: 500,
  ...more,
});
const of = (story: Story, act: OutwardAct, more: Partial<Weighing> = {}) =>
  weigh(weighing(story.publication, act, more));
const many = (people: number): Partial<Weighing> => ({
  said: { reach: [site, phones(people)], costs: { sms: cost(people) }, counted },
});

describe('what will become of a release', () => {
  it('is told channel by channel: whom it reaches, at what price, and whether it can be taken back', () => {
    const { rows, words, confirm } = of(approvedStory(), 'publish');
    expect(words).toContain('立即发布到下列 2 个渠道');
    expect(rows).toMatchObject([
      { title: '政府网站', people: '不分终端，发布即向所有人公开', cost: null, recall: { can: true } },
      {
        title: '短信',
        result: '首次展示，送出后至多 9 秒可见',
        people: '25 位收件人',
        cost: '25 人次、50 条，至多 2.25 元',
        recall: { can: false, words: '无法收回，另发说明' },
      },
    ]);
    expect(confirm).toBeNull();
  });

  it('of a correction is what the channel does about the edition before', () => {
    const story = released().given('zhao', corrected());
    expect(of(story, 'publish').rows.map((r) => r.result)).toEqual(['website更正', 'sms更正']);
  });

  it('before a correction is written is the same, and nothing is typed', () => {
    const told = of(released(), 'correct', many(9000));
    expect(told.rows.map((r) => r.result)).toEqual(['website更正', 'sms更正']);
    expect(told.confirm).toBeNull();
  });

  it('is told of the hour that was approved with it', () => {
    const later = { schedule: { ...atOnce, publishAt: '2026-11-24T00:30:00.000Z' } };
    expect(of(approvedStory(later), 'publish').words).toContain('2026-11-24 08:30 发布到');
  });

  it('that a channel cannot carry says so, and that one that is away will get it later', () => {
    const away = { ...known('website', 'replace'), online: false };
    const { rows } = of(approvedStory(), 'publish', { channels: [away] });
    expect(rows.map((r) => r.result)).toEqual([
      '渠道离线，恢复后送达。首次展示，送出后至多 9 秒可见',
      '渠道未上线，上线后送达',
    ]);
  });
});

describe('quiet hours', () => {
  const night = { at: '2026-11-23T15:10:00.000Z', beyond: 500 };
  const quiet = [
    known('website', 'replace'),
    known('sms', 'follow-up', { quietHours: { from: '22:00', to: '07:00' } }),
  ];
  it('let a normal notice wait, and say until when', () => {
    const { rows } = of(approvedStory(), 'publish', { ...night, channels: quiet });
    expect(rows.map((r) => r.quiet)).toEqual([null, '22:00–07:00 为安静时段，2026-11-24 07:00 送达']);
  });

  it.each([
    ['what is urgent', new Story().given('li', written({ lane: 'urgent' })), 'urgent/confirm'],
    ['what takes back', released(), 'withdraw'],
  ] as const)('do not hold up %s', (_what, story, act) => {
    expect(of(story, act, { ...night, channels: quiet }).rows[1]?.quiet).toContain('立即送达');
  });

  it('are those of the hour at which it goes out, not of the hour at which somebody asks', () => {
    const story = approvedStory({ schedule: { ...atOnce, publishAt: '2026-11-24T02:00:00.000Z' } });
    expect(of(story, 'publish', { ...night, channels: quiet }).rows[1]?.quiet).toBeNull();
  });
});

describe('conflicts', () => {
  const next = { channels: ['website', 'sms'], title: '停电通知', at: '2026-11-23T09:40:00.000Z' };
  it('are what comes to the same targets within the hour; a place for everybody has room for all', () => {
    const { rows } = of(approvedStory(), 'publish', {
      neighbours: [
        { ...next, isOut: false },
        { ...next, title: null, at: '2026-11-23T08:50:00.000Z', isOut: true },
        { ...next, at: '2026-11-23T11:40:00.000Z', isOut: false },
      ],
    });
    expect(rows.map((r) => r.conflicts)).toEqual([
      [],
      ['另一份尚未公开的稿件 16:50 已发布', '《停电通知》定于 17:40 发布'],
    ]);
  });

  it('of a withdrawal are the correction in work that will never go out', () => {
    const story = released().given('zhao', corrected());
    expect(of(story, 'withdraw').conflicts).toEqual(['第 2 版更正在办（草稿），办理后这份更正不再发布']);
    expect(of(released(), 'withdraw').conflicts).toEqual([]);
    expect(of(story, 'withdraw', { readsNewest: false }).conflicts).toEqual([]);
  });
});

describe('a word is typed', () => {
  it('where more people than the house lets pass keep what cannot be taken back', () => {
    expect(of(approvedStory(), 'publish', many(501)).confirm).toMatchObject({ typed: '501' });
    expect(of(approvedStory(), 'publish', many(500)).confirm).toBeNull();
    expect(of(released(), 'withdraw', many(501)).confirm).toMatchObject({ typed: '501' });
  });

  it('not where all of it can be taken back', () => {
    const channels = [known('website', 'replace'), known('sms', 'erase')];
    expect(of(approvedStory(), 'publish', { ...many(9000), channels }).confirm).toBeNull();
  });

  it('where nobody knows how many keep it', () => {
    const silent = { channel: 'sms', is: 'silent' } as const;
    const { confirm } = of(approvedStory(), 'publish', {
      said: { reach: [site, silent], costs: {}, counted },
    });
    expect(confirm).toMatchObject({ typed: '仍然办理' });
    expect(confirm?.why).toContain('短信没有应答');
  });

  it('where a channel told whom it reaches, and not what it would send to how many', () => {
    const said = { reach: [site, phones(20_000)], costs: {}, counted: ['website'] };
    expect(of(approvedStory(), 'publish', { said }).confirm).toMatchObject({ typed: '仍然办理' });
    const nothing = { ...said, counted };
    expect(of(approvedStory(), 'publish', { said: nothing }).confirm).toBeNull();
  });

  it('never in an emergency, nor for what merely runs out', () => {
    const urgent = new Story().given('li', written({ lane: 'urgent' }));
    expect(of(urgent, 'urgent/confirm', many(9000)).confirm).toBeNull();
    expect(of(released(), 'expire', many(9000)).confirm).toBeNull();
  });
});

describe('whatever is asked', () => {
  const story = fc.constantFrom(
    approvedStory(),
    released(),
    released().given('zhao', corrected()),
    new Story().given('li', written()).given('li', edited()),
    approvedStory({ lane: 'urgent', schedule: { ...atOnce, expiresAt: dayAfter } }),
  );
  it('answers one row for each channel it is about, and never a machine word', () => {
    fc.assert(
      fc.property(story, fc.constantFrom(...outwardAct.options), fc.nat(2000), (told, act, people) => {
        const { rows, words } = of(told, act, many(people));
        expect(new Set(rows.map((r) => r.channel)).size).toBe(rows.length);
        expect(words).toMatch(/^[^a-z]+$/);
        for (const row of rows) expect(row.recall.words).toMatch(/^[^a-z]+$/);
      }),
    );
  });

  it('asks for the more to be typed the more people it reaches, never for less', () => {
    fc.assert(
      fc.property(story, fc.nat(2000), fc.nat(2000), (told, one, more) => {
        const typed = (n: number): boolean => of(told, 'publish', many(n)).confirm !== null;
        if (typed(one)) expect(typed(one + more)).toBe(true);
      }),
    );
  });
});
