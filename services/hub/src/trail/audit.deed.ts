import type { AuditFact, Deed } from './audit.fact.ts';

/** Who does something, and the network address they do it from. */
export interface Doer {
  readonly name: string;
  readonly from: string;
}
/** What happens by itself. */
export const theSystem: Doer = { name: 'system', from: 'internal' };
/** Somebody who has not signed in. */
export const thePublic = (from: string): Doer => ({ name: 'public', from });

interface More {
  readonly reason?: string | undefined;
  readonly detail?: Readonly<Record<string, string>> | undefined;
}

/** A change of a document that counts its changes. */
export interface Change extends More {
  /** What kind of document, e.g. `organisation`. */
  readonly kind: string;
  readonly key: string;
  /** Its revision after the change: the same change is one line, however often it is told. */
  readonly revision: number;
  readonly act: string;
  readonly by: Doer;
  readonly at: Date;
}

/** The line of a change; its hashes are taken where the document is stored. */
export const deedOf = ({ kind, key, revision, act, by, at, ...more }: Change): Deed => ({
  id: `${kind}/${key}@${revision}`,
  about: `${kind}/${key}`,
  ...said({ act: `${kind}.${act}`, by, at, ...more }),
});

/** Something that changes no audited document: a look, a sign-in, a file taken in. */
export interface Event extends More {
  readonly id: string;
  readonly act: string;
  readonly about: string;
  readonly by: Doer;
  readonly at: Date;
  /** SHA-256 of what there is of it from now on, or of what was looked at. */
  readonly after?: string;
}

export const factOf = ({ id, about, after, ...event }: Event): AuditFact => ({
  id,
  about,
  ...said(event),
  before: null,
  after: after ?? null,
});

/** A look at something that not everybody may see. */
export const lookOf = (look: Omit<Event, 'id'> & { readonly of: string }): AuditFact => {
  const { of, ...event } = look;
  return factOf({ ...event, id: `${of}/${look.by.name}/${look.at.toISOString()}` });
};

const said = ({
  act,
  by,
  at,
  reason,
  detail,
}: More & { readonly act: string; readonly by: Doer; readonly at: Date }): Omit<Deed, 'id' | 'about'> => ({
  at: at.toISOString(),
  who: by.name,
  from: by.from,
  act,
  ...(reason === undefined ? {} : { reason }),
  ...(detail === undefined ? {} : { detail }),
});
