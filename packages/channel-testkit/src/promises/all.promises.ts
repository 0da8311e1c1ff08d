import type { ChannelPromise } from '../channel.promise.ts';
import { approved } from './approved.promises.ts';
import { codes } from './codes.promise.ts';
import { expired } from './expired.promise.ts';
import { lifted } from './lifted.promises.ts';
import { limits } from './limits.promise.ts';
import { order } from './order.promises.ts';
import { ownWordsKept } from './own-words.promise.ts';
import { secrets } from './secrets.promise.ts';
import { sentOnce } from './sent-once.promises.ts';
import { amnesia, targets } from './targets.promises.ts';
import { trouble } from './trouble.promises.ts';
import { withdrawn } from './withdrawn.promises.ts';

/** What every channel promises, in the order it is tried: the log is read last. */
export const promises: readonly ChannelPromise[] = [
  ...sentOnce,
  ...trouble,
  ...approved,
  ...order,
  ...withdrawn,
  ...lifted,
  expired,
  limits,
  ownWordsKept,
  codes,
  ...targets,
  amnesia,
  secrets,
];
