import { join } from 'node:path';
import { openTargets, type Channel, type Rendition, type TargetReader } from '@towncrier/channel-kit';
import type { Store } from '@towncrier/storage';

/** The register of a channel whose adapter is tried without the kit, as its first start leaves it. */
export async function registerOf<S, R extends Rendition, P>(
  { id, targets }: Channel<S, R, P>,
  at: { readonly settings: S; readonly store: Store; readonly folder: string },
): Promise<TargetReader> {
  const { settings, store, folder } = at;
  const keyFile = join(folder, 'keys', `channel-${id}.key`);
  const { reader } = await openTargets({
    channel: id,
    targets,
    settings,
    store,
    keyFile,
    now: () => new Date().toISOString(),
  });
  return reader;
}
