import type { FilledRegister, SeedTarget } from '@towncrier/channel-kit';
import { loadSettings } from '@towncrier/settings';
import { z } from 'zod';
import { formerRoute, mainRoutes } from './route.ts';

/** The settings that named the one route before routes were targets. Read once, when it becomes a target. */
const formerSettings = z.object({
  SMS_SIGN_NAME: z.string().default(formerRoute.signature),
  SMS_TEMPLATE_CODE: z.string().default(formerRoute.template),
  SMS_TEMPLATE_ENDING: z.string().default(formerRoute.ending),
});
export type FormerSettings = z.infer<typeof formerSettings>;

const id = 'route-main';

/** The county's main route as its settings named it. The twin's template is none of the real provider. */
export function adoptedRoute(
  mode: 'twin' | 'live',
  settings: FormerSettings = loadSettings(formerSettings),
): SeedTarget {
  const { SMS_SIGN_NAME: signature, SMS_TEMPLATE_CODE: template, SMS_TEMPLATE_ENDING: ending } = settings;
  const isNamed = mode === 'twin' || template !== formerRoute.template;
  return {
    id,
    title: '县级主线路',
    kind: 'route',
    owner: 'kysrmzf',
    area: '532502000000',
    venue: null,
    groups: [mainRoutes],
    position: null,
    hours: null,
    takes: 'everybody',
    state: isNamed
      ? { is: 'active' }
      : { is: 'paused', reason: '请填写本县的签名、模板编号和固定结尾后启用' },
    facts: { signature, template, ending },
  };
}

/** Whether it has recipients, and never had a route: an earlier release filled it. */
export async function needsRoute(register: FilledRegister): Promise<boolean> {
  if (await register.has(id)) return false;
  for await (const _route of register.living('route')) return false;
  for await (const _recipient of register.living('recipient')) return true;
  return false;
}
