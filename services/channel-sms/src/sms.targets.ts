import type { DeclaredKind, TargetDeclaration } from '@towncrier/channel-kit';
import { z } from 'zod';
import { demonstration } from './demonstration.ts';
import { formerTargets } from './former.recipients.ts';
import { isMobile } from './mobile.number.ts';
import { modeOf, type SmsSettings } from './settings.ts';

const recipient: DeclaredKind = {
  id: 'recipient',
  title: '收件人',
  measure: '位收件人',
  choice: 'place',
  catchesUp: false,
  facts: z.strictObject({}),
  secrets: [
    {
      name: 'phone',
      title: '手机号码',
      required: true,
      fault: (value) => (isMobile(value) ? null : '应是 11 位手机号码，只含数字'),
    },
  ],
};

/** Everybody who gets messages; many of them in one call. A number is personal data and never a fact. */
export const targets: TargetDeclaration<SmsSettings> = {
  kinds: [recipient],
  calls: 'together',
  seed: (settings) => (modeOf(settings) === 'twin' ? demonstration : []),
  adopt: (store) => formerTargets(store),
};
