import type { DeclaredKind, TargetDeclaration } from '@towncrier/channel-kit';
import { demonstration } from './demonstration.ts';
import { demonstrationRoutes } from './demonstration.routes.ts';
import { formerTargets } from './former.recipients.ts';
import { adoptedRoute, needsRoute } from './former.route.ts';
import { isMobile } from './mobile.number.ts';
import { recipientFacts } from './recipients.ts';
import { routeFacts } from './route.ts';
import { modeOf, type SmsSettings } from './settings.ts';

const recipient: DeclaredKind = {
  id: 'recipient',
  title: '收件人',
  measure: '位收件人',
  choice: 'place',
  catchesUp: false,
  facts: recipientFacts,
  names: { route: 'route' },
  secrets: [
    {
      name: 'phone',
      title: '手机号码',
      required: true,
      fault: (value) => (isMobile(value) ? null : '应是 11 位手机号码，只含数字'),
    },
  ],
};

/** Carries messages to recipients who name it, and is nobody's audience itself. */
const route: DeclaredKind = {
  id: 'route',
  title: '短信线路',
  measure: '条线路',
  choice: 'never',
  catchesUp: false,
  facts: routeFacts,
  secrets: [{ name: 'accessKeySecret', title: '账号密钥（AccessKey Secret）', required: false }],
};

/**
 * Everybody who gets messages, many of them in one call, and the routes that carry them. A number is personal
 * data and never a fact.
 */
export const targets: TargetDeclaration<SmsSettings> = {
  kinds: [recipient, route],
  calls: 'together',
  seed: (settings) => (modeOf(settings) === 'twin' ? [...demonstrationRoutes, ...demonstration] : []),
  adopt: async (store, settings) => {
    const former = await formerTargets(store);
    return former.length === 0 ? [] : [adoptedRoute(modeOf(settings)), ...former];
  },
  lacks: async (register, settings) => ((await needsRoute(register)) ? [adoptedRoute(modeOf(settings))] : []),
};
