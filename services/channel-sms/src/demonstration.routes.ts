import type { SeedTarget } from '@towncrier/channel-kit';
import { adoptedRoute } from './former.route.ts';
import { formerRoute } from './route.ts';

const adopted = adoptedRoute('twin', {
  SMS_SIGN_NAME: formerRoute.signature,
  SMS_TEMPLATE_CODE: formerRoute.template,
  SMS_TEMPLATE_ENDING: formerRoute.ending,
});
/** Prices (分 for each fragment) as providers ask of a small county; no offer of anybody. */
const main: SeedTarget = { ...adopted, facts: { ...adopted.facts, price: 4.5 } };

/** The county's own route, and one of a street with an account of its own; the twin knows both. */
export const demonstrationRoutes: readonly SeedTarget[] = [
  main,
  {
    ...main,
    id: 'route-lingquan',
    title: '灵泉街道线路',
    owner: 'kys-lq',
    area: '532502002000',
    groups: [],
    facts: {
      signature: '灵泉街道办',
      template: 'SMS_TWIN_LINGQUAN',
      ending: '详询灵泉街道办事处',
      price: 5,
      accessKeyId: 'twin-access-key-lingquan',
    },
    secrets: { accessKeySecret: 'twin-secret-of-lingquan' },
  },
];
