import { z } from 'zod';
import { publicationExample } from '../../publications/paths/publication.examples.ts';
import { body, json, problems } from '../../http/responses.ts';
import { publication } from '../../publications/publication.view.ts';
import { writeCap } from './cap.write.ts';
import { flood, floodInfo } from './warning.sample.ts';
import { PublicWarningsController } from './public-warnings.controller.ts';
import { relayRequest, WarningsController, warningsQuery } from './warnings.controller.ts';
import { surrounding } from '../surrounding.ts';
import { composeWarnings } from './warnings.compose.ts';
import { anybody } from '../../access/people/screens.ts';
import { keyOf, messageTypes } from './cap.message.ts';
import { deeds } from './warning.office.ts';
import { areasSubject } from '../areas/areas.subject.ts';
import { OwnWarningsController } from './own.warnings.controller.ts';
import { ownWarningsPaths } from './own.warnings.paths.ts';
import { relaySteps } from './warnings.steps.ts';

const tags = ['warnings'];
const summary = z
  .object({
    id: z.string().meta({ description: 'Sender, identifier and instant of the message' }),
    identifier: z.string(),
    publication: z.string().nullable(),
    sender: z.string(),
    sent: z.string(),
    msgType: z.enum(['Alert', 'Update', 'Cancel']),
    status: z.string(),
    headline: z.string(),
    receivedAt: z.string(),
    receivedBy: z.string(),
    notes: z.array(z.string()).meta({ description: 'How it was read, and what it did' }),
  })
  .meta({ id: 'WarningSummary' });
const { identifier, sender, sent, msgType, status } = flood;
const relayed = publication
  .extend({
    relay: z
      .object({ did: z.enum(deeds), notes: z.array(z.string()), ends: z.array(z.string()) })
      .meta({ description: 'What was done, and publications that are over once it is out' }),
  })
  .meta({ id: 'RelayedWarning' });
const remembered = z
  .object({ relay: z.object({ did: z.literal('remember'), notes: z.array(z.string()), ends: z.tuple([]) }) })
  .meta({ id: 'RememberedWarning' });
const rememberedExample = {
  relay: {
    did: 'remember' as const,
    notes: ['引用的 53250241600000_20261123090000_0 没有记录'],
    ends: [] as [],
  },
};
const relayedExample = { ...publicationExample, relay: { did: 'take-in' as const, notes: [], ends: [] } };

export const warningsSubject = surrounding({
  name: 'warnings',
  description: 'Warnings of the competent bodies, passed on word for word (CAP 1.2)',
  chapter: 40,
  needs: { areas: areasSubject },
  compose: composeWarnings,
  gives: ({ service, own, closer }) => ({ instances: [service, own], work: closer }),
  screens: [
    {
      key: 'warnings',
      open: anybody,
      shows: ['warnings'],
      steps: relaySteps,
      words: { msgType: messageTypes },
    },
  ],
  controllers: [OwnWarningsController, WarningsController, PublicWarningsController],
  paths: {
    ...ownWarningsPaths,
    '/api/v1/warnings': {
      post: {
        operationId: 'relayWarning',
        tags,
        summary: 'Take in a warning and ask for its urgent release',
        description: [
          'An Alert becomes a publication in the urgent lane. An Update is its next edition, takes the place of',
          'what waits, or is taken in by itself when its first message never came. A Cancel lifts all it names,',
          'also what waits. References that nobody knows are listed in `relay.notes`. Anything but `Actual` stays',
          'a drill and never goes out. The same message again is answered with what became of it. What a Cancel',
          'or an Update names and nobody knows is remembered for 30 days: it is taken in as over when it comes.',
        ].join(' '),
        requestBody: body(relayRequest, { xml: writeCap(flood) }),
        responses: {
          201: json('The publication it became or is about', relayed, relayedExample),
          202: json('A Cancel of what is still to come: remembered', remembered, rememberedExample),
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
                id: keyOf(flood),
                identifier,
                publication: '7K3QZP4M',
                sender,
                sent,
                msgType,
                status,
                headline: floodInfo.headline,
                receivedAt: '2026-11-23T01:00:10.000Z',
                receivedBy: 'duty',
                notes: [],
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
