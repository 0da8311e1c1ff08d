import { describe, expect, it } from 'vitest';
import { taskOf, tasksFor } from './posting.task.ts';

const today = '2026-11-23';
const standing = { state: 'in-force' as const, edition: 2, noticeTo: null };
const hangs = (edition: number) => ({ state: 'posted' as const, edition });

describe('what is to be done at a board', () => {
  it('is to post what does not hang there yet', () => {
    expect(taskOf(standing, null, today)).toBe('post');
  });

  it('is to replace an earlier edition, wherever it hangs or was taken down', () => {
    expect(taskOf(standing, hangs(1), today)).toBe('replace');
    expect(taskOf(standing, { state: 'removed', edition: 1 }, today)).toBe('post');
  });

  it('is nothing when the edition in force hangs there, or was taken down again', () => {
    expect(taskOf(standing, hangs(2), today)).toBe('none');
    expect(taskOf(standing, { state: 'removed', edition: 2 }, today)).toBe('none');
  });

  it('is to take down what was withdrawn, and never to post it', () => {
    expect(taskOf({ ...standing, state: 'withdrawn' }, hangs(1), today)).toBe('remove');
    expect(taskOf({ ...standing, state: 'withdrawn' }, null, today)).toBe('none');
  });

  it('is to take the sheet down where the board is retired, or no longer meant', () => {
    for (const place of ['retired', 'left'] as const) {
      expect(taskOf(standing, hangs(2), today, place)).toBe('remove');
      expect(taskOf(standing, null, today, place)).toBe('none');
    }
  });

  it('is nothing new while it is paused, and to take down what was withdrawn', () => {
    expect(taskOf(standing, null, today, 'paused')).toBe('none');
    expect(taskOf(standing, hangs(1), today, 'paused')).toBe('none');
    expect(taskOf({ ...standing, state: 'withdrawn' }, hangs(1), today, 'paused')).toBe('remove');
  });

  it('waits for the next edition where no sheet of its paper was approved', () => {
    const board = { id: 'B009', title: '新公示栏', paper: 'A4' } as const;
    const a3 = { ...standing, papers: [{ paper: 'A3' as const, sha256: 'h', cut: false }] };
    expect(tasksFor(a3, [{ board, is: 'meant' }], [], today)).toMatchObject([
      { board: 'B009', do: 'none', words: '版式未经审批，下一版起展示' },
    ]);
  });

  it('is to take down a 公示 on the day after its last', () => {
    expect(taskOf({ ...standing, noticeTo: today }, hangs(2), today)).toBe('none');
    expect(taskOf({ ...standing, noticeTo: '2026-11-22' }, hangs(2), today)).toBe('remove');
  });
});
