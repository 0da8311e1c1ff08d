import type { Desk } from './desk.ts';
import type { Effort, Hand } from './hand.ts';

/** Something people come to the console for. */
export interface Task {
  readonly key: string;
  /** What it is, in a line of a table. */
  readonly words: string;
  /** Brings the person to where they begin; none of it counts. */
  readonly begin: (desk: Desk) => Promise<Hand>;
  readonly take: (hand: Hand, desk: Desk) => Promise<void>;
}

/** What a task took, and for how long a machine that types at once was at it. */
export interface Taken extends Effort {
  readonly seconds: number;
}

export async function taken(task: Task, desk: Desk): Promise<Taken> {
  const hand = await task.begin(desk);
  const began = performance.now();
  await task.take(hand, desk);
  return { ...hand.effort, seconds: Math.round((performance.now() - began) / 100) / 10 };
}
