import { sessionPaths } from './session.paths.ts';
import type { Subject } from '../../http/subject.ts';
import { OidcController } from './oidc.controller.ts';
import { OwnAccountController } from './own-account.controller.ts';
import { SessionController } from './session.controller.ts';

export const sessionSubject: Subject = {
  name: 'session',
  description: 'Who is there',
  chapter: 10,
  controllers: [SessionController, OwnAccountController, OidcController],
  paths: sessionPaths,
};
