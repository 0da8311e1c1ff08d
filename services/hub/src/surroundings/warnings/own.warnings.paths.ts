import { body, json, problems } from '../../http/responses.ts';
import type { Subject } from '../../http/subject.ts';
import { idempotencyHeaders } from '../../publications/idempotency.key.ts';
import { publicationExample } from '../../publications/paths/publication.examples.ts';
import { publication } from '../../publications/publication.view.ts';
import { ownWarningRequest } from './own.warning.ts';
import { hazards, warningChoices } from './warning.hazards.ts';

const tags = ['warnings'];

export const ownWarningsPaths: Subject['paths'] = {
  '/api/v1/warnings/own': {
    get: {
      operationId: 'getWarningChoices',
      tags,
      summary: 'What a warning of the house can be made of',
      responses: {
        200: json('Hazards, levels, the county and its towns', warningChoices, {
          hazards: hazards.slice(0, 1),
          levels: [{ level: 'red', name: '一级（红色）', paper: '#c00000', ink: '#ffffff' }],
          areas: [{ code: '532502002000', name: '灵泉街道' }],
        }),
        ...problems(401),
      },
    },
    post: {
      operationId: 'requestOwnWarning',
      tags,
      summary: 'Make a warning of a few choices, and ask for its urgent release',
      description: 'Whoever confirms it has to choose level and area again; another choice lets nothing out.',
      requestParams: { header: idempotencyHeaders },
      requestBody: body(ownWarningRequest, { hazard: '暴雨', level: 'red', area: '532502002000' }),
      responses: {
        201: json('Waits for a second person', publication, publicationExample),
        ...problems(400, 401, 403, 409, 422),
      },
    },
  },
};
