import type { PublicationState, Row } from '../api/hub.types.ts';

/** The one table of colours. The words come from the hub. */
export const publicationColours: Readonly<Record<PublicationState, string>> = {
  draft: 'default',
  submitted: 'gold',
  'in-review': 'gold',
  'secrecy-review': 'gold',
  referred: 'purple',
  'awaiting-confirmation': 'volcano',
  approved: 'blue',
  scheduled: 'cyan',
  released: 'green',
  withdrawn: 'red',
  expired: 'default',
  repealed: 'default',
  lifted: 'default',
  archived: 'default',
};

export const accountColours = { active: 'green', disabled: 'red' } as const;
export const versionColours = { draft: 'gold', adopted: 'blue', dropped: 'default' } as const;
export const closedColours = { closed: 'default', opened: 'green' } as const;
export const feedbackColours = {
  received: 'gold',
  accepted: 'blue',
  answered: 'green',
  declined: 'default',
} as const;

export const batchColours = {
  running: 'processing',
  paused: 'gold',
  stopped: 'default',
  done: 'green',
} as const;

export const rowColours: Readonly<Record<Row['state'], string>> = {
  expected: 'default',
  accepted: 'cyan',
  working: 'processing',
  waiting: 'gold',
  unknown: 'orange',
  confirmed: 'green',
  superseded: 'default',
  refused: 'red',
  expired: 'volcano',
  failed: 'red',
};
