import { stringify } from 'yaml';
import {
  commandSubject,
  commands,
  deadLetterSubject,
  deadLetters,
  deliveries,
  deliverySubject,
  handledSubject,
  headers,
  releaseSubject,
  registerQuestion,
  releases,
  renderQuestion,
  type Lane,
  type StreamName,
} from '../../contracts/src/index.ts';
import { notice, type Generated } from './notice.ts';
import { events, schemaFile } from './schemas.ts';

interface Told {
  readonly stream: StreamName;
  readonly address: string;
  readonly parameter: string;
  readonly about: string;
  readonly messages: readonly string[];
  readonly by: string;
  readonly readers: readonly string[];
}

const channels: Readonly<Record<string, Told>> = {
  releases: {
    stream: releases,
    address: releaseSubject('{lane}' as Lane),
    parameter: 'lane',
    about: 'urgent or normal',
    messages: ['edition-released.v1', 'publication-withdrawn.v1'],
    by: 'hub',
    readers: ['channel', 'monitor'],
  },
  deliveries: {
    stream: deliveries,
    address: deliverySubject('{channel}'),
    parameter: 'channel',
    about: 'id of the channel that reports',
    messages: ['delivery-accepted.v1', 'delivery-attempted.v1', 'delivery-settled.v1'],
    by: 'channel',
    readers: ['monitor', 'hub'],
  },
  commands: {
    stream: commands,
    address: commandSubject('{channel}'),
    parameter: 'channel',
    about: 'id of the channel that is asked',
    messages: ['retry-requested.v1'],
    by: 'monitor',
    readers: ['channel', 'monitor'],
  },
  byHand: {
    stream: commands,
    address: handledSubject,
    parameter: '',
    about: '',
    messages: ['delivery-handled.v1'],
    by: 'monitor',
    readers: ['monitor'],
  },
  deadLetters: {
    stream: deadLetters,
    address: deadLetterSubject('{service}'),
    parameter: 'service',
    about: 'service that could not handle it',
    messages: [],
    by: 'any',
    readers: ['monitor'],
  },
};

const messageOf = (name: string): object => ({
  name,
  title: name,
  contentType: 'application/json',
  headers: { $ref: '#/components/schemas/headers' },
  payload: { $ref: `./${schemaFile(name)}` },
});
const question = {
  renderAsked: 'render-asked',
  rendered: 'rendered',
  registerAsked: 'register-asked',
  registerAnswer: 'register-answer',
};

/** AsyncAPI 3.0 of everything on the broker; payloads are the generated JSON Schemas. */
export function asyncapi(): Generated {
  const document = {
    asyncapi: '3.0.0',
    info: {
      title: 'Towncrier events',
      version: '1.0.0',
      license: { name: 'Apache-2.0' },
      description:
        'CloudEvents 1.0 in structured JSON over NATS JetStream. ' +
        'Readers ignore fields they do not know; a new meaning is a new major.',
    },
    defaultContentType: 'application/json',
    channels: { ...byId(channels, streamed), render, register },
    operations: {
      ...Object.assign({}, ...Object.entries(channels).map(operationsOf)),
      channelRenders,
      channelRegisters,
    },
    components: { messages, schemas: { headers: headerSchema } },
  };
  return { path: 'contracts/asyncapi.yaml', text: `# ${notice}\n${stringify(document, { lineWidth: 160 })}` };
}

const byId = <T>(table: Readonly<Record<string, T>>, to: (entry: T) => object): Record<string, object> =>
  Object.fromEntries(Object.entries(table).map(([id, entry]) => [id, to(entry)]));
const messageRef = (name: string): object => ({ $ref: `#/components/messages/${name}` });

function streamed(told: Told): object {
  return {
    address: told.address,
    title: told.stream.title,
    description: `Stream ${told.stream.stream}, kept for ${told.stream.maxAgeDays} days.`,
    ...(told.parameter === ''
      ? {}
      : {
          parameters: {
            [told.parameter]: {
              description: told.about,
              ...(told.parameter === 'lane' ? { enum: ['urgent', 'normal'] } : {}),
            },
          },
        }),
    messages:
      told.messages.length === 0
        ? { deadLetter: messageRef('deadLetter') }
        : Object.fromEntries(told.messages.map((name) => [name, messageRef(name)])),
  };
}

function operationsOf([id, told]: readonly [string, Told]): Record<string, object> {
  const channel = { $ref: `#/channels/${id}` };
  return {
    [`${told.by}Tells${capital(id)}`]: { action: 'send', channel },
    ...Object.fromEntries(
      told.readers.map((reader) => [`${reader}Reads${capital(id)}`, { action: 'receive', channel }]),
    ),
  };
}

const render = {
  address: renderQuestion('{channel}'),
  title: 'How would this edition look on your channel?',
  description: 'Core request/reply, not stored.',
  parameters: { channel: { description: 'id of the channel that is asked' } },
  messages: { renderAsked: messageRef('renderAsked'), rendered: messageRef('rendered') },
};

const register = {
  address: registerQuestion('{channel}'),
  title: 'What does your register of targets hold, and may this be changed in it?',
  description: 'Core request/reply, not stored.',
  parameters: { channel: { description: 'id of the channel that is asked' } },
  messages: {
    registerAsked: messageRef('registerAsked'),
    registerAnswer: messageRef('registerAnswer'),
  },
};

const channelRenders = {
  action: 'receive',
  channel: { $ref: '#/channels/render' },
  messages: [{ $ref: '#/channels/render/messages/renderAsked' }],
  reply: {
    channel: { $ref: '#/channels/render' },
    messages: [{ $ref: '#/channels/render/messages/rendered' }],
  },
};

const channelRegisters = {
  action: 'receive',
  channel: { $ref: '#/channels/register' },
  messages: [{ $ref: '#/channels/register/messages/registerAsked' }],
  reply: {
    channel: { $ref: '#/channels/register' },
    messages: [{ $ref: '#/channels/register/messages/registerAnswer' }],
  },
};

const messages = {
  ...Object.fromEntries(events.map((event) => [event.name, messageOf(event.name)])),
  ...byId(question, (name) => ({
    name,
    contentType: 'application/json',
    payload: { $ref: `./${schemaFile(name)}` },
  })),
  deadLetter: {
    name: 'dead-letter',
    title: 'A message nobody could handle, as it came',
    headers: { $ref: '#/components/schemas/headers' },
  },
};

const headerSchema = {
  type: 'object',
  properties: {
    [headers.messageId]: { type: 'string', description: 'id of the event; the broker stores a repeat once' },
    [headers.trace]: { type: 'string', description: 'W3C trace context' },
    [headers.cause]: { type: 'string', description: 'dead letters: why' },
    [headers.origin]: { type: 'string', description: 'dead letters: subject it came on' },
    [headers.service]: { type: 'string', description: 'dead letters: who gave up' },
  },
};

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
