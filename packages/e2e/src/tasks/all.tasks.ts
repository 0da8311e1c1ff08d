import { dutyTasks } from './duty.tasks.ts';
import { noticeTasks } from './notice.tasks.ts';
import { officeTasks } from './office.tasks.ts';
import type { Task } from './task.ts';

/** In the order in which they are taken: each finds the town as the one before left it. */
export const allTasks: readonly Task[] = [...noticeTasks, ...officeTasks, ...dutyTasks];
