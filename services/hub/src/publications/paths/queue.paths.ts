import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { body, json, problems } from '../../http/responses.ts';
import { claimsAnswer, claimsRequest } from '../publication.claims.ts';
import { waitingPublication } from '../publication.view.ts';
import { waitingExample } from './publication.examples.ts';

const tags = ['publications'];

export const queuePaths: ZodOpenApiPathsObject = {
  '/api/v1/reviews': {
    get: {
      operationId: 'listReviews',
      tags,
      summary: 'What waits for whoever asks, oldest first',
      responses: {
        200: json(
          'To be reviewed, confirmed or reviewed afterwards',
          z.object({ items: z.array(waitingPublication) }),
          { items: [waitingExample] },
        ),
        ...problems(401),
      },
    },
  },
  '/api/v1/reviews/claims': {
    post: {
      operationId: 'claimReviews',
      tags,
      summary: 'Take on many reviews in one go',
      description:
        'Each is judged as if it were claimed alone, and has an answer of its own; nothing is taken over from anybody.',
      requestBody: body(claimsRequest, { items: [{ id: 'X7K3QZP4', version: 3 }] }),
      responses: {
        200: json('What became of each, in the order asked', claimsAnswer, {
          items: [
            { id: 'X7K3QZP4', claimed: false, why: '该稿已由“zhaolei”领取；如需接手，请选择“接手办理”' },
          ],
        }),
        ...problems(400, 401, 403),
      },
    },
  },
};
