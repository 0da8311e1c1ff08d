import { describe, expect, it } from 'vitest';
import { channelsProposed, channelsRequired, plainProposal, type Proposal } from './proposal.ts';

const landNotice: Proposal = {
  ...plainProposal,
  channels: [
    { channel: 'sms', proposed: false, reason: '不逐个发短信' },
    {
      channel: 'board',
      proposed: true,
      reason: '在村内公告',
      law: { article: '《土地管理法》第四十七条', when: { field: 'rule', oneOf: ['LAND'] } },
    },
  ],
};

describe('a proposal', () => {
  it('ticks what it names, and what it does not name as the others', () => {
    expect(channelsProposed(landNotice, ['board', 'new-channel', 'sms'])).toEqual(['board', 'new-channel']);
    const { reason } = plainProposal.others;
    const few = { ...landNotice, others: { proposed: false, reason } };
    expect(channelsProposed(few, ['board', 'new-channel', 'sms'])).toEqual(['board']);
  });

  it('never leaves a publication without a channel', () => {
    expect(channelsProposed(landNotice, ['sms'])).toEqual(['sms']);
  });

  it('asks for a channel where the law does, by the fields of the form', () => {
    expect(channelsRequired(landNotice, {})).toEqual([]);
    expect(channelsRequired(landNotice, { rule: 'OTHER' })).toEqual([]);
    expect(channelsRequired(landNotice, { rule: 'LAND' })).toEqual([
      { channel: 'board', article: '《土地管理法》第四十七条', reason: '在村内公告' },
    ]);
  });
});
