import type { ChannelAnnounced, QuietHours } from '@towncrier/contracts';
import type { Channel, Rendition } from './channel.ts';

/** This channel's entry in the directory, as hub and console read it. */
export function announcementOf<S, R extends Rendition>(
  channel: Channel<S, R, unknown>,
  at: { settings: S; publicUrl: string; quietHours: QuietHours | null; now: string },
): ChannelAnnounced {
  return {
    id: channel.id,
    title: channel.title,
    consumes: [...channel.consumes],
    can: channel.can,
    mode: channel.mode(at.settings),
    places: [...(channel.places?.(at.settings, at.publicUrl) ?? [])],
    ready: true,
    at: at.now,
    ...(at.quietHours === null ? {} : { quietHours: at.quietHours }),
  };
}
