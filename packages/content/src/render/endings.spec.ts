import { expect, it } from 'vitest';
import {
  boardWithdrawal,
  ledWithdrawal,
  portalWithdrawal,
  smsWithdrawal,
  websiteWithdrawal,
  wechatWithdrawal,
  weiboWithdrawal,
} from '../index.ts';

const notice = {
  title: '关于公布停水检修安排的通知',
  reason: '工程已完工',
  withdrawnAt: '2026-11-23T09:00:00.000Z',
  links: { page: 'http://www.example.gov.cn/n/7K3QZP4M.html' },
};
const everywhere = (act?: 'withdraw' | 'expire' | 'repeal'): readonly string[] => {
  const ended = { ...notice, act };
  return [
    smsWithdrawal(ended).text,
    ledWithdrawal(ended).heading,
    JSON.stringify(wechatWithdrawal(ended)),
    weiboWithdrawal(ended),
    JSON.stringify(portalWithdrawal(ended)),
    JSON.stringify(boardWithdrawal(ended)),
    websiteWithdrawal(ended),
  ];
};

it('says on every channel whether a notice was taken back, is over, or was repealed', () => {
  for (const [act, verb, others] of [
    [undefined, '撤回', /失效|废止/],
    ['withdraw', '撤回', /失效|废止/],
    ['expire', '失效', /撤回|废止/],
    ['repeal', '废止', /撤回|失效/],
  ] as const) {
    for (const words of everywhere(act)) {
      expect(words).toContain(verb);
      expect(words).not.toMatch(others);
    }
  }
});
