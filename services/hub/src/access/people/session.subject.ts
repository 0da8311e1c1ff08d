import { sessionActs } from './session.acts.ts';
import { sessionPaths } from './session.paths.ts';
import type { Subject } from '../../http/subject.ts';
import { OidcController } from './oidc.controller.ts';
import { OwnAccountController } from './own-account.controller.ts';
import { SessionController } from './session.controller.ts';
import { anybody, type Screened } from './screens.ts';

export const sessionSubject: Subject & Screened = {
  name: 'session',
  description: 'Who is there',
  chapter: 10,
  acts: sessionActs,
  screens: [{ key: 'account', open: anybody }],
  controllers: [SessionController, OwnAccountController, OidcController],
  paths: sessionPaths,
};
