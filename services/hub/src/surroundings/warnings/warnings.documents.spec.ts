import type { Plain } from '@towncrier/storage';
import { expect, it } from 'vitest';
import { keyOf } from './cap.message.ts';
import { writeCap } from './cap.write.ts';
import { flood, floodInfo } from './warning.sample.ts';
import { warnings } from './warnings.documents.ts';

const { identifier, sender, sent, msgType, status } = flood;
/** As the release before stored it. */
const before = {
  _id: identifier,
  version: 2,
  publication: '7K3QZP4M',
  sender,
  sent,
  msgType,
  status,
  headline: floodInfo.headline,
  receivedAt: '2026-11-23T01:00:10.000Z',
  receivedBy: 'duty',
  xml: writeCap(flood),
};

it('opens a warning that was known by its identifier alone; later messages find it by its name', () => {
  const stored = warnings.schema.parse(
    warnings.migrations?.reduce<Plain>((doc, migration) => migration(doc), before),
  );
  const since = { kind: 'message', identifier, notes: [], ends: [], owesSince: null };
  expect(stored).toEqual({ ...before, ...since });
  expect(keyOf(stored)).toBe(keyOf(flood));
});
