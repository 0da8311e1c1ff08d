import { fileURLToPath } from 'node:url';
import type { Hand } from './hand.ts';
import type { Task } from './task.ts';

const consultation = fileURLToPath(new URL('../../../word/fixtures/18-consultation.docx', import.meta.url));

const word: Task = {
  key: 'word',
  words: 'from a Word file to the submitted notice',
  begin: (desk) => desk.handOf('editor'),
  async take(hand, desk) {
    await hand.click(hand.page.getByRole('link', { name: '撰写', exact: true }));
    await hand.give(hand.button('导入文件…'), consultation);
    await hand.sees('可发布');
    await hand.press('Control+Enter');
    await hand.click(hand.button('提交审核'));
    await confirmWhatIsAsked(hand);
    await hand.sees('等待一审');
    desk.notice = hand.page.url();
  },
};

/** Ticks what a submission asks to be known, and goes on. */
async function confirmWhatIsAsked(hand: Hand): Promise<void> {
  const dialog = hand.page.getByRole('dialog', { name: '送审前请逐项确认' });
  await dialog.waitFor();
  for (const tick of await dialog.getByRole('checkbox').all()) await hand.click(tick);
  await hand.click(dialog.getByRole('button', { name: '确认并提交审核' }));
}

const approve: Task = {
  key: 'approve',
  words: 'from the queue to the first approval',
  begin: (desk) => desk.handOf('reviewer'),
  async take(hand, desk) {
    await hand.page.goto(new URL('/reviews', hand.page.url()).href);
    await hand.page
      .getByRole('row', { name: /网络预约出租汽车/ })
      .first()
      .waitFor();
    await hand.press('j');
    await hand.press('Enter');
    await hand.page.locator('[data-letter="a"]').waitFor();
    await hand.press('a');
    await hand.press('Enter');
    await hand.sees('等待保密审查');
    desk.notice = hand.page.url();
  },
};

const clear: Task = {
  key: 'clear',
  words: 'clearance of an approved notice',
  begin: (desk) => desk.atNotice('secrecy'),
  async take(hand) {
    await hand.click(hand.button('准予公开'));
    await hand.sees('已审定');
  },
};

const release: Task = {
  key: 'release',
  words: 'release, until every channel was looked at',
  begin: (desk) => desk.atNotice('editor'),
  async take(hand, desk) {
    await hand.click(hand.button(/^发布到 \d+ 个渠道/));
    await hand.click(hand.button(/^确认发布到 \d+ 个渠道/));
    await confirmedBy(hand, desk.channels);
  },
};

/** Waits until the far ends were seen to show it. */
async function confirmedBy(hand: Hand, deliveries: number): Promise<void> {
  const seen = hand.page.getByText('已核实', { exact: true });
  await seen.nth(deliveries - 1).waitFor();
}

const correct: Task = {
  key: 'correct',
  words: 'one number corrected, and submitted with its reason',
  begin: (desk) => desk.atNotice('editor'),
  async take(hand) {
    await hand.click(hand.button(/^更\s*正$/));
    const body = hand.page.getByRole('textbox', { name: '正文' });
    await body.waitFor();
    await hand.replace(body, '2,600', '2,620');
    await hand.type(hand.page.getByLabel('更正原因（公开）'), '轴距有误');
    await hand.press('Control+Enter');
    await hand.click(hand.button('提交审核'));
    await hand.sees('等待一审');
  },
};
const withdraw: Task = {
  key: 'withdraw',
  words: 'withdrawal with its public reason, until every channel was looked at',
  begin: (desk) => desk.atNotice('editor'),
  async take(hand, desk) {
    await hand.click(hand.button(/^撤\s*回$/));
    const dialog = hand.page.getByRole('dialog');
    await hand.type(dialog.getByLabel('撤回原因（公开）'), '征求意见的文本有误，将重新公告');
    await hand.click(dialog.getByRole('button', { name: '确认撤回' }));
    await confirmedBy(hand, 2 * desk.channels);
  },
};

export const noticeTasks: readonly Task[] = [word, approve, clear, release, correct, withdraw];
