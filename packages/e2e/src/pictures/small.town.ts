import { waterNotice, type Town } from '../town.ts';

/**
 * One notice stands everywhere, one was taken back, one waits for its review, one is being written.
 * @returns the id of the first
 */
export async function lived(town: Town): Promise<string> {
  const standing = await town.publish(waterNotice('灵泉东路'));
  await town.complete(standing);
  const taken = await town.publish(waterNotice('人民中路'));
  await town.complete(taken);
  await town.withdraw(taken);
  await town.editor.submit(await town.editor.create(waterNotice('智源路')));
  await town.editor.create(waterNotice('建设西路'));
  await town.complete(taken);
  return standing.id;
}
