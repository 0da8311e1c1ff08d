import {
  channelDirectory,
  commands,
  deadLetters,
  deadLetterSubject,
  deliveries,
  deliverySubject,
  durable,
  everything,
  pictureQuestion,
  pictureShelf,
  registerQuestion,
  releases,
  renderQuestion,
  streams,
} from './subjects.ts';

/** A process that has an account at the broker of its own. */
export type BrokerClient =
  | { readonly is: 'hub' | 'monitor' }
  | { readonly is: 'channel'; readonly id: string };

/** Subjects as a user of nats-server is allowed them; whoever answers questions may answer to any inbox. */
export interface BrokerRights {
  readonly publish: readonly string[];
  readonly subscribe: readonly string[];
  readonly answers: boolean;
}

/** The name of a client at the broker, and of its inbox: that of its service. */
export const brokerName = (client: BrokerClient): string =>
  client.is === 'channel' ? `channel-${client.id}` : client.is;

/** Where answers to this client arrive; no other client may listen there. */
export const inboxOf = (name: string): string => `_INBOX.${name}`;

/**
 * What a client needs and nothing else: only the hub releases, only the monitor passes on what operators ask, a
 * channel reports in its own name and reads through durables of its own. Nobody may delete or purge, and only the
 * hub may change a stream that is there. Subjects of the JetStream API: nats-server 2.12, ADR-1 and ADR-8 of NATS.
 */
export function brokerRights(client: BrokerClient): BrokerRights {
  const own = rightsOf(client);
  const name = brokerName(client);
  return {
    publish: [...shared, deadLetterSubject(name), ...own.publish],
    subscribe: [`${inboxOf(name)}.>`, ...own.subscribe],
    answers: own.answers,
  };
}

const api = (words: string): string => `$JS.API.${words}`;
const bucketStream = (bucket: string): string => `KV_${bucket}`;
const allStreams = [
  ...streams.map(({ stream }) => stream),
  ...[channelDirectory, pictureShelf].map(bucketStream),
];

/** Whoever comes first makes what is missing; what is there is only looked at. */
const shared: readonly string[] = [
  api('INFO'),
  ...allStreams.flatMap((stream) => [api(`STREAM.INFO.${stream}`), api(`STREAM.CREATE.${stream}`)]),
];

/** To read a stream through one durable. */
const reading = (stream: string, name: string): readonly string[] => [
  ...['INFO', 'DURABLE.CREATE', 'CREATE', 'MSG.NEXT'].map((act) => api(`CONSUMER.${act}.${stream}.${name}`)),
  api(`CONSUMER.CREATE.${stream}.${name}.>`),
  `$JS.ACK.${stream}.${name}.>`,
];

/** To read a bucket name by name. */
const looking = (bucket: string): readonly string[] => [
  api(`DIRECT.GET.${bucketStream(bucket)}.>`),
  api(`STREAM.MSG.GET.${bucketStream(bucket)}`),
];

/** To list a bucket: a reader of its own that lasts as long as the list. */
const listing = (bucket: string): readonly string[] => [
  ...looking(bucket),
  ...['CREATE', 'INFO', 'DELETE'].map((act) => api(`CONSUMER.${act}.${bucketStream(bucket)}.>`)),
  '$JS.FC.>',
];

function rightsOf(client: BrokerClient): BrokerRights {
  if (client.is === 'channel') return channelRights(client.id);
  return client.is === 'hub' ? hubRights : monitorRights;
}

const hubRights: BrokerRights = {
  publish: [
    everything(releases),
    renderQuestion('*'),
    registerQuestion('*'),
    `$KV.${pictureShelf}.>`,
    ...allStreams.map((stream) => api(`STREAM.UPDATE.${stream}`)),
    ...reading(deliveries.stream, durable('hub', 'deliveries')),
    ...listing(channelDirectory),
    ...looking(pictureShelf),
  ],
  subscribe: [pictureQuestion],
  answers: true,
};

const monitorRights: BrokerRights = {
  publish: [
    everything(commands),
    ...reading(releases.stream, durable('monitor', 'releases')),
    ...reading(deliveries.stream, durable('monitor', 'deliveries')),
    ...reading(commands.stream, durable('monitor', 'commands')),
    ...reading(deadLetters.stream, durable('monitor', 'dead_letters')),
  ],
  subscribe: [],
  answers: false,
};

const channelRights = (id: string): BrokerRights => ({
  publish: [
    deliverySubject(id),
    pictureQuestion,
    `$KV.${channelDirectory}.${id}`,
    ...reading(releases.stream, durable(id, 'urgent')),
    ...reading(releases.stream, durable(id, 'normal')),
    ...reading(commands.stream, durable(id, 'commands')),
    ...looking(pictureShelf),
  ],
  subscribe: [renderQuestion(id), registerQuestion(id)],
  answers: true,
});
