import type { DeclaredKind, TargetDeclaration } from '@towncrier/channel-kit';
import { z } from 'zod';
import type { SiteSettings } from './settings.ts';

/** Everybody may open it, so that it is meant whatever the audience. */
const site: DeclaredKind = {
  id: 'site',
  title: '网站',
  measure: '个网站',
  choice: 'always',
  catchesUp: true,
  facts: z.strictObject({}),
  secrets: [],
};

/** The one site that this process writes; its folder and address are settings. */
export const targets: TargetDeclaration<SiteSettings> = {
  kinds: [site],
  calls: 'together',
  seed: ({ SITE_NAME }) => [
    {
      id: 'www',
      title: `${SITE_NAME}网站`.slice(0, 60),
      kind: 'site',
      owner: 'kysrmzf',
      area: '532502000000',
      venue: null,
      groups: [],
      position: null,
      hours: null,
      takes: 'everybody',
      state: { is: 'active' },
      facts: {},
    },
  ],
};
