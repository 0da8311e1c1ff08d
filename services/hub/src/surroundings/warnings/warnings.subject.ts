import { z } from 'zod';
import { publicationExample } from '../../publications/paths/publication.examples.ts';
import { body, json, problems } from '../../http/responses.ts';
import { publication } from '../../publications/publication.view.ts';
import { writeCap } from './cap.write.ts';
import { flood } from './warning.sample.ts';
import { PublicWarningsController } from './public-warnings.controller.ts';
import { relayRequest, WarningsController, warningsQuery } from './warnings.controller.ts';
import { surrounding } from '../surrounding.ts';
import { composeWarnings } from './warnings.compose.ts';
import { anybody } from '../../access/people/screens.ts';
import { messageTypes } from './cap.message.ts';
import { relaySteps } from './warnings.steps.ts';

const tags = ['warnings'];
const summary = z
  .object({
    identifier: z.string(),
    publication: z.string().nullable(),
    sender: z.string(),
    sent: z.string(),
    msgType: z.enum(['Alert', 'Update', 'Cancel']),
    status: z.string(),
    headline: z.string(),
    receivedAt: z.string(),
    receivedBy: z.string(),
  })
  .meta({ id: 'WarningSummary' });
const { identifier, sender, sent, msgType, status, headline } = flood;

export const warningsSubject = surrounding({
  name: 'warnings',
  description: 'Warnings of the competent bodies, passed on word for word (CAP 1.2)',
  chapter: 40,
  needs: {},
  compose: composeWarnings,
  gives: (warnings) => ({ instances: [warnings] }),
  screens: [{ key: 'warnings', open: anybody, steps: relaySteps, words: { msgType: messageTypes } }],
  controllers: [WarningsController, PublicWarningsController],
  paths: {
    '/api/v1/warnings': {
      post: {
        operationId: 'relayWarning',
        tags,
        summary: 'Take in a warning and ask for its urgent release',
        description:
          'An Alert becomes a publication, an Update its next edition, a Cancel its end; the latter two must refer to a message taken in before. Anything but `Actual` stays a drill and never goes out. The same message again is answered with what became of it.',
        requestBody: body(relayRequest, { xml: writeCap(flood) }),
        responses: {
          201: json('The publication it became', publication, publicationExample),
          ...problems(400, 401, 403, 409, 422),
        },
      },
      get: {
        operationId: 'listWarnings',
        tags,
        summary: 'Warnings taken in, latest first',
        requestParams: { query: warningsQuery },
        responses: {
          200: json('One page', z.object({ items: z.array(summary), cursor: z.string().optional() }), {
            items: [
              {
                identifier,
                publication: '7K3QZP4M',
                sender,
                sent,
                msgType,
                status,
                headline,
                receivedAt: '2026-11-23T01:00:10.000Z',
                receivedBy: 'duty',
              },
            ],
          }),
          ...problems(400, 401),
        },
      },
    },
    '/api/public/v1/warnings/{publication}/cap': {
      get: {
        operationId: 'getIssuedWarning',
        tags,
        summary: 'What the public is told of a warning now',
        security: [],
        requestParams: { path: z.object({ publication: z.string() }) },
        description:
          "A relayed warning in its own message; the house's own as Alert, then Update, at last Cancel, which refer to those before.",
        responses: {
          200: { description: 'CAP 1.2', content: { 'application/cap+xml': { schema: z.string() } } },
          ...problems(404, 429),
        },
      },
    },
    '/api/v1/warnings/{identifier}/cap': {
      get: {
        operationId: 'getWarning',
        tags,
        summary: 'The message as it came',
        requestParams: { path: z.object({ identifier: z.string() }) },
        responses: {
          200: { description: 'CAP 1.2', content: { 'application/cap+xml': { schema: z.string() } } },
          ...problems(401, 404),
        },
      },
    },
  },
});
