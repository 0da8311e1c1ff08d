import type { ChannelAnnounced, QuietHours } from '@towncrier/contracts';
import type { Channel, Rendition } from './channel.ts';
import type { TargetReader } from './register/target.declaration.ts';

export interface AnnouncedAt<S> {
  readonly settings: S;
  readonly publicUrl: string;
  readonly targets: TargetReader;
  readonly quietHours: QuietHours | null;
  readonly now: string;
}

/** This channel's entry in the directory, as hub and console read it. */
export async function announcementOf<S, R extends Rendition>(
  channel: Channel<S, R, unknown>,
  at: AnnouncedAt<S>,
): Promise<ChannelAnnounced> {
  const places = (await channel.places?.(at.settings, at.publicUrl, at.targets)) ?? [];
  return { ...briefAnnouncementOf(channel, at), places: [...places] };
}

/** The same before its addresses are known. */
export function briefAnnouncementOf<S, R extends Rendition>(
  channel: Channel<S, R, unknown>,
  at: AnnouncedAt<S>,
): ChannelAnnounced {
  return {
    id: channel.id,
    title: channel.title,
    consumes: [...channel.consumes],
    can: channel.can,
    mode: channel.mode(at.settings),
    places: [],
    ready: true,
    at: at.now,
    ...(at.quietHours === null ? {} : { quietHours: at.quietHours }),
  };
}
