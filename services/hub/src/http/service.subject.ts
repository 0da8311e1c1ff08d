import { OpenApiController } from './openapi.controller.ts';
import { servicePaths } from './service.paths.ts';
import type { Subject } from './subject.ts';

export const serviceSubject: Subject = {
  name: 'service',
  description: 'For operators of the service',
  chapter: 200,
  controllers: [OpenApiController],
  paths: servicePaths,
};
