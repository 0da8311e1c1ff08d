import { z } from 'zod';
import * as contracts from '../../contracts/src/index.ts';
import { notice, type Generated } from './notice.ts';

/** The events of the house, by name and major. */
export const events: readonly contracts.EventContract<z.ZodType>[] = [
  contracts.editionReleasedV1,
  contracts.publicationWithdrawnV1,
  contracts.deliveryAcceptedV1,
  contracts.deliveryAttemptedV1,
  contracts.deliverySettledV1,
  contracts.retryRequestedV1,
  contracts.deliveryHandledV1,
];

/**
 * What travels outside the streams: the questions "how would this look?" and "what is in your register?" with
 * their answers, and a channel's entry in the directory.
 */
export const others: Readonly<Record<string, z.ZodType>> = {
  edition: contracts.edition,
  'render-asked': contracts.renderAsked,
  rendered: contracts.rendered,
  'register-asked': contracts.registerAsked,
  'register-answer': contracts.registerAnswer,
  'channel-announced': contracts.channelAnnounced,
};

export const schemaFile = (name: string): string => `schemas/${name}.json`;

export function schemas(): Generated[] {
  const all = [
    ...events.map((event): [string, z.ZodType] => [event.name, event.schema]),
    ...Object.entries(others),
  ];
  return all.map(([name, schema]) => {
    // `input`: readers ignore fields they do not know, so the schema allows them.
    const json = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input', reused: 'inline' });
    const { $schema, ...rest } = json;
    return {
      path: `contracts/${schemaFile(name)}`,
      text: `${JSON.stringify({ $schema, $comment: notice, title: name, ...rest }, null, 2)}\n`,
    };
  });
}
