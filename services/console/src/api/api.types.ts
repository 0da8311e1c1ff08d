import type { ChannelAnnounced, EditionContent, Evidence, Lane, Rendered } from '@towncrier/contracts';

/** The hub's resources as the console uses them; docs/openapi is the contract. */
export interface Person {
  readonly name: string;
  readonly title: string;
  readonly roles: readonly string[];
  readonly organisation: string;
}
export interface Session {
  readonly person: Person;
  readonly csrf: string;
  readonly mustChangePassword: boolean;
  readonly secondFactor: boolean;
}
export type EditionState =
  | 'draft'
  | 'submitted'
  | 'in-review'
  | 'secrecy-review'
  | 'referred'
  | 'awaiting-confirmation'
  | 'approved'
  | 'scheduled'
  | 'released';
export type PublicationState = EditionState | 'withdrawn' | 'expired' | 'repealed' | 'archived';
export type Stage = 1 | 2 | 3 | 'secrecy';
export interface Matter {
  readonly type: string;
  readonly column: string;
  readonly item: string | null;
  readonly fields: Readonly<
    Record<string, string | readonly string[] | { readonly from: string; readonly to: string }>
  >;
}
export interface Schedule {
  readonly publishAt: string | null;
  readonly embargoUntil: string | null;
  readonly expiresAt: string | null;
}
export interface Review {
  readonly stage: Stage | 'release';
  readonly verdict: 'passed' | 'returned' | 'referred';
  readonly by: string;
  readonly at: string;
  readonly reason?: string;
  readonly code?: string;
  readonly void: boolean;
}
export interface Remark {
  readonly id: number;
  readonly block: number;
  readonly by: string;
  readonly at: string;
  readonly words: string;
  readonly settled: {
    readonly as: 'resolved' | 'waived';
    readonly by: string;
    readonly at: string;
    readonly words: string;
  } | null;
}

export interface EditionView {
  readonly edition: number;
  readonly state: EditionState;
  readonly contentHash: string;
  readonly seal: string;
  readonly content: EditionContent;
  readonly authors: readonly string[];
  readonly waitsFor: Stage | null;
  readonly route: { readonly levels: number; readonly secrecy: boolean } | null;
  readonly reviews: readonly Review[];
  readonly claim: { readonly by: string; readonly at: string } | null;
  readonly comments: readonly Remark[];
  readonly urgentRequest: { readonly by: string; readonly until: string; readonly reason: string } | null;
  readonly matter: Matter;
  readonly schedule: Schedule;
  readonly releasedAt: string | null;
  readonly renditions: Readonly<Record<string, string>>;
  readonly corrects?: { readonly edition: number; readonly reason: string };
}

export interface Summary {
  readonly id: string;
  readonly organisation: string;
  readonly version: number;
  readonly state: PublicationState;
  readonly lane: Lane;
  readonly title: string;
  readonly page: string;
  readonly updatedAt: string;
  readonly inForce: number | null;
}
export interface Publication extends Summary {
  readonly channels: readonly string[];
  readonly editions: readonly EditionView[];
  readonly ending: {
    readonly act: 'withdraw' | 'expire' | 'repeal';
    readonly reason: string;
    readonly by: string;
    readonly at: string;
    readonly basis?: string;
  } | null;
  readonly urgentReleases: readonly {
    readonly edition: number;
    readonly requestedBy: string;
    readonly confirmedBy: string;
    readonly reviewDueAt: string;
    readonly review: {
      readonly by: string;
      readonly verdict: 'upheld' | 'faulted';
      readonly words: string;
    } | null;
  }[];
  readonly history: readonly {
    readonly at: string;
    readonly by: string;
    readonly what: string;
    readonly words: string;
  }[];
}

export interface Source {
  readonly format: 'text' | 'markdown' | 'html' | 'document';
  readonly source: string;
  readonly title?: string;
  readonly shortTitle?: string;
  readonly summary?: string;
  readonly header?: Partial<EditionContent['header']>;
  readonly publicNotice?: EditionContent['publicNotice'];
  readonly attachments?: readonly { readonly name: string; readonly href: string; readonly bytes: number }[];
}
/** A stretch of blocks as three texts have it. */
export interface MergeRegion {
  readonly kind: 'agreed' | 'conflict';
  readonly base: readonly string[];
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
}
export interface Finding {
  readonly field: string;
  readonly message: string;
  readonly remedy: string;
  readonly severity?: 'block' | 'advise';
  readonly excerpt?: string;
  readonly source?: string;
}
export interface Previews {
  readonly content: EditionContent;
  readonly contentHash: string;
  readonly findings: readonly Finding[];
  readonly renditions: readonly Rendered[];
}

export interface Row {
  readonly delivery: string;
  readonly publication: string;
  readonly edition: number;
  readonly channel: string;
  readonly operation: 'publish' | 'withdraw';
  readonly lane: Lane;
  readonly title: string;
  readonly state:
    | 'expected'
    | 'accepted'
    | 'working'
    | 'waiting'
    | 'unknown'
    | 'confirmed'
    | 'superseded'
    | 'refused'
    | 'expired'
    | 'failed';
  readonly attempts: number;
  readonly releasedAt: string;
  readonly settledAt?: string;
  readonly ms?: number;
  readonly words: string;
  readonly nextAt?: string;
  readonly evidence?: Evidence;
  readonly timeline: readonly {
    readonly at: string;
    readonly verb: string;
    readonly outcome: string;
    readonly words: string;
  }[];
}
export interface Board {
  readonly publication: string;
  readonly rows: readonly Row[];
  readonly complete: boolean;
}
export interface DeadLetter {
  readonly id: string;
  readonly service: string;
  readonly subject: string;
  readonly cause: string;
  readonly at: string;
  readonly excerpt: string;
}
export type { ChannelAnnounced, Rendered };
