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

/** Whoever is called out at night. */
export const dutyTasks: readonly Task[] = [urgent, confirm];
