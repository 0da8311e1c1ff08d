import type { Changes } from '../../ports/changes.ts';
import type { HubParts } from '../../ports/hub.parts.ts';
import type { Audit } from '../../trail/audit.compose.ts';
import { AuditedStore } from '../../trail/audited.store.ts';
import { ChannelDirectory } from './channel.directory.ts';
import { ChannelRegister } from './channel.register.ts';
import { ChannelsDesk, noChannel } from './channels.desk.ts';
import { knownChannels } from './known.channel.ts';

export interface Channels {
  readonly directory: ChannelDirectory;
  /** What people see of it. */
  readonly channels: ChannelsDesk;
}

export async function composeChannels(
  { store, broker, clock, log }: HubParts,
  { audit, changes }: { readonly audit: Audit; readonly changes: Changes },
): Promise<Channels> {
  const docs = await store.collection(knownChannels);
  const register = new ChannelRegister(new AuditedStore(docs, audit.follow(docs), noChannel), clock);
  const directory = new ChannelDirectory(broker, register, {
    log,
    changed: () => changes.tell({ kind: 'channels' }),
  });
  return { directory, channels: new ChannelsDesk(directory, register) };
}
