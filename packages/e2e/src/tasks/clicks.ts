import { launched } from '../console.browser.ts';
import { Town } from '../town.ts';
import { allTasks } from './all.tasks.ts';
import { Desk } from './desk.ts';
import { keepEfforts } from './kept.efforts.ts';
import { taken, type Taken } from './task.ts';

// `npm run clicks`: docs/benchmarks/CLICKS.md, by taking every task in a town that is started for it.
const town = await Town.start();
const browser = await launched();
const efforts: Record<string, Taken> = {};
try {
  const desk = new Desk(town, town.channels.length, browser);
  for (const task of allTasks) {
    const took = await taken(task, desk);
    efforts[task.key] = took;
    process.stdout.write(`${task.words}: ${took.clicks} clicks, ${took.keys} keys, ${took.fields} fields\n`);
  }
  keepEfforts(allTasks, efforts);
} finally {
  await browser.close();
  await town.stop();
}
