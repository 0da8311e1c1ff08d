import type { TargetReader } from '@towncrier/channel-kit';
import { registerOf } from '@towncrier/channel-testkit';
import { loadSettings } from '@towncrier/settings';
import type { Store } from '@towncrier/storage';
import { channel } from '../src/channel.ts';
import { settings } from '../src/settings.ts';

/** The screens of the demonstration, on this store. */
export const aRegister = (store: Store, folder: string): Promise<TargetReader> =>
  registerOf(channel, {
    settings: loadSettings(settings, { LED_PLAYER_TOKEN: 'twin-player-token' }),
    store,
    folder,
  });
