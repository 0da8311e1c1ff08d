import type { ChannelAnnounced, EditionContent, Evidence, Lane, Rendered } from '@towncrier/contracts';

/** The hub's resources as the console uses them; docs/openapi is the contract. */
export interface Person { readonly name: string; readonly title: string; readonly roles: readonly string[] }
export interface Session { readonly person: Person; readonly csrf: string }
export type PublicationState = 'draft' | 'submitted' | 'approved' | 'published' | 'withdrawn';

export interface EditionView {
  readonly edition: number;
  readonly state: PublicationState;
  readonly contentHash: string;
  readonly content: EditionContent;
  readonly authors: readonly string[];
  readonly submittedBy?: string;
  readonly approvedBy?: string;
  readonly releasedAt?: string;
  readonly renditions: Readonly<Record<string, string>>;
  readonly corrects?: { readonly edition: number; readonly reason: string };
}

export interface Summary { readonly id: string; readonly version: number; readonly state: PublicationState; readonly lane: Lane; readonly title: string; readonly page: string; readonly updatedAt: string; readonly inForce: number | null }
export interface Publication extends Summary {
  readonly channels: readonly string[];
  readonly editions: readonly EditionView[];
  readonly withdrawal: { readonly reason: string; readonly by: string; readonly at: string } | null;
  readonly history: readonly { readonly at: string; readonly by: string; readonly what: string; readonly words: string }[];
}

export interface Source { readonly format: 'text' | 'markdown' | 'html' | 'document'; readonly source: string; readonly title?: string; readonly shortTitle?: string; readonly header?: { readonly issuer: string } }
export interface Finding { readonly field: string; readonly message: string; readonly remedy: string }
export interface Previews { readonly content: EditionContent; readonly contentHash: string; readonly findings: readonly Finding[]; readonly renditions: readonly Rendered[] }

export interface Row {
  readonly delivery: string; readonly publication: string; readonly edition: number; readonly channel: string; readonly operation: 'publish' | 'withdraw'; readonly lane: Lane; readonly title: string;
  readonly state: 'expected' | 'accepted' | 'working' | 'waiting' | 'unknown' | 'confirmed' | 'superseded' | 'refused' | 'expired' | 'failed';
  readonly attempts: number; readonly releasedAt: string; readonly settledAt?: string; readonly ms?: number; readonly words: string; readonly nextAt?: string; readonly evidence?: Evidence;
  readonly timeline: readonly { readonly at: string; readonly verb: string; readonly outcome: string; readonly words: string }[];
}
export interface Board { readonly publication: string; readonly rows: readonly Row[]; readonly complete: boolean }
export interface DeadLetter { readonly id: string; readonly service: string; readonly subject: string; readonly cause: string; readonly at: string; readonly excerpt: string }
export type { ChannelAnnounced, Rendered };
