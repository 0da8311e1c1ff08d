import type { Hand } from './hand.ts';
import type { Task } from './task.ts';

const burst = () => ({
  title: '关于东风路主水管爆裂紧急停水的通知',
  source: '东风路主水管爆裂，即时起东风路沿线停水抢修，请绕行并储水。\n咨询电话：0873-7123456',
  header: { issuer: '开远市水务局' },
  lane: 'urgent' as const,
  // what is urgent says until when
  schedule: { expiresAt: new Date(Date.now() + 86_400_000).toISOString() },
});

const urgent: Task = {
  key: 'urgent',
  words: 'an urgent notice asked for, before its reviews',
  async begin(desk) {
    const draft = await (await desk.town.person('duty')).create(burst());
    const hand = await desk.handOf('duty');
    await hand.page.goto(`${desk.town.hubUrl}/publication/${draft.id}`);
    return hand;
  },
  async take(hand) {
    await hand.click(hand.button('申请应急先发'));
    const dialog = hand.page.getByRole('dialog');
    await hand.type(dialog.getByRole('textbox'), '险情');
    await hand.click(dialog.getByRole('button', { name: '确认申请应急先发' }));
    await hand.sees('应急待确认');
  },
};

const confirm: Task = {
  key: 'confirm',
  words: 'the urgent notice confirmed by a second person, from home until every channel was looked at',
  async begin(desk) {
    const hand = await desk.handOf('duty2');
    await hand.page.goto(`${desk.town.hubUrl}/home`);
    return hand;
  },
  async take(hand, desk) {
    await hand.click(hand.page.getByRole('link', { name: /东风路主水管爆裂/ }));
    await hand.page.locator('[data-letter="a"]').waitFor();
    await hand.click(hand.button('确认应急发布'));
    await hand.click(hand.page.getByRole('dialog').getByRole('button', { name: '确认应急发布' }));
    await hand.page
      .getByText('已核实', { exact: true })
      .nth(desk.channels - 1)
      .waitFor();
  },
};

const pressed = (hand: Hand, words: string): Promise<void> =>
  hand.click(hand.page.getByRole('button', { name: words, exact: true }));

const warn: Task = {
  key: 'warn',
  words: 'a warning asked for, from home',
  async begin(desk) {
    const hand = await desk.handOf('duty');
    await hand.page.goto(`${desk.town.hubUrl}/home`);
    return hand;
  },
  async take(hand, desk) {
    await hand.click(hand.page.getByRole('link', { name: '发布预警' }));
    await pressed(hand, '暴雨');
    await pressed(hand, '三级（黄色）');
    await pressed(hand, '灵泉街道');
    await pressed(hand, '请求发布');
    await hand.sees('应急待确认');
    desk.notice = hand.page.url();
  },
};

const confirmWarning: Task = {
  key: 'confirm-warning',
  words: 'the warning confirmed on a telephone by a second person, who chooses level and area again',
  async begin(desk) {
    const hand = await desk.atNotice('duty2');
    await hand.page.setViewportSize({ width: 360, height: 780 });
    return hand;
  },
  async take(hand) {
    await pressed(hand, '确认应急发布');
    const dialog = hand.page.getByRole('dialog');
    // until the hub has said what will become of it, nothing can be chosen
    const choice = (words: string) => dialog.locator('label:not([class*="disabled"])', { hasText: words });
    await hand.click(choice('三级（黄色）'));
    await hand.click(choice('灵泉街道'));
    await hand.sees('已发布');
  },
};

/** Whoever is called out at night. */
export const dutyTasks: readonly Task[] = [urgent, confirm, warn, confirmWarning];
