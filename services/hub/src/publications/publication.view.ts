import { shownRendition } from './channels/shown.rendition.ts';
import {
  channelId,
  editionContent,
  editionHeader,
  essential,
  lane,
  publicationId,
  sha256,
  type EditionContent,
} from '@towncrier/contracts';
import { loss } from '@towncrier/content';
import type { Frozen } from '@towncrier/storage';
import { z } from 'zod';
import { pageOf } from './releases/edition.ts';
import { finding as noticed } from '../http/problem.ts';
import { steps, type Step } from '../access/steps/step.ts';
import type { PublicationDoc } from './publication.document.ts';
import { titleProposal } from './channels/title.proposals.ts';
import { toldLoss } from './losses/told.loss.ts';
import { badge, badgesOf } from './publication.badges.ts';
import { keptLoss } from './losses/kept.loss.ts';
import { editionRecord, ending, publicationState, urgentRelease } from './publication.record.ts';
import { progressOf, stage } from './publication.progress.ts';
import { kindOf, review, titleOf } from './publication.review.ts';
import { sealOf } from './publication.terms.ts';
import type { EditionRecord } from './publication.ts';
import { leftOut } from './submission.answers.ts';
import { kindId, kindsOf, levelsAndSecrecy, reviewKinds, type ReviewRoute } from './review.kind.ts';
import { stateTitles } from './rules/states.ts';

const editionSummary = editionRecord.extend({
  route: levelsAndSecrecy.extend({ levels: z.int().nonnegative(), kinds: reviewKinds }).nullable().meta({
    description:
      'The reviews it needs, in order, as they were at its submission; `levels` and `secrecy` sum them up',
  }),
  reviews: z.array(review.omit({ title: true }).extend({ stageTitle: z.string() })),
  channels: z.array(channelId),
  losses: z.array(keptLoss).meta({ description: 'What the import of its words did not carry over' }),
  leftOut: z
    .array(leftOut)
    .meta({ description: 'Channels that the law asks for, left out at its submission with a reason' }),
  unchecked: z.array(channelId).meta({ description: 'Channels that did not answer at its submission' }),
  seal: sha256.meta({
    description: 'Hash over words, channels, audience, schedule and matter: what an approval binds to',
  }),
  standing: z
    .enum(['in-work', 'in-force', 'corrected', 'ended'])
    .meta({ description: 'What the public has of this edition' }),
  waitsFor: kindId.nullable().meta({ description: 'The review it waits for, by its id in the route' }),
  waitsForTitle: z.string().nullable().meta({ description: 'The same in words' }),
});

/** A publication without its words, for lists. */
export const publicationSummary = z
  .object({
    id: publicationId,
    organisation: z.string(),
    version: z.int().positive().meta({ description: 'To be named by whoever changes it' }),
    state: publicationState.meta({
      description:
        'State of the newest edition, or how the publication ended; `inForce` tells what the public sees',
    }),
    stateTitle: z.string().meta({ description: 'The state in words' }),
    badges: z
      .array(badge)
      .min(1)
      .meta({ description: 'How it stands, for a list: what the public has, and what is in work beside it' }),
    lane,
    channels: z.array(channelId),
    title: z.string(),
    page: z.url(),
    inForce: z.int().positive().nullable(),
    editions: z.array(editionSummary),
    urgentReleases: z.array(urgentRelease),
    ending: ending.nullable(),
    createdAt: z.string(),
    updatedAt: z.string(),
    history: z.array(z.object({ at: z.string(), by: z.string(), what: z.string(), words: z.string() })),
  })
  .meta({ id: 'PublicationSummary' });
export type PublicationSummary = Frozen<z.infer<typeof publicationSummary>>;

export const publication = publicationSummary
  .extend({
    editions: z.array(editionSummary.extend({ content: editionContent })),
    progress: z.array(stage).meta({ description: 'The way of the newest edition to its release' }),
    steps,
  })
  .meta({ id: 'Publication' });
export type PublicationView = Frozen<z.infer<typeof publication>>;

/** A publication without its words, as it waits for whoever asks. */
export const waitingPublication = publicationSummary
  .extend({
    steps: steps.meta({
      description: 'Of the steps of the publication those that make up its review; one of them is allowed',
    }),
  })
  .meta({ id: 'WaitingPublication' });
export type WaitingPublication = Frozen<z.infer<typeof waitingPublication>>;

export const publicationList = z.object({
  items: z.array(publicationSummary),
  cursor: z.string().optional(),
});

/** What the import noticed: where, what, and what to do about it. */
const finding = z.object({
  severity: z.enum(['block', 'advise']).meta({
    description: '`block`: the draft goes no further until somebody has compared it with the original',
  }),
  field: z.string(),
  message: z.string(),
  remedy: z.string(),
});
export const reading = z
  .object({
    title: z.string().nullable().meta({ description: 'Null when none was found, and for a passage' }),
    header: editionHeader.partial().meta({ description: 'Only what the text says itself' }),
    body: editionContent.shape.body,
    media: editionContent.shape.media,
    losses: z.array(toldLoss),
  })
  .meta({ id: 'SourceReading' });
export const preview = z
  .object({
    content: editionContent,
    contentHash: sha256,
    mainText: sha256.meta({
      description: 'Hash of what channels go by: named by own words of a channel that are written beside it',
    }),
    findings: z.array(finding),
    losses: z.array(loss),
    shortTitles: z.array(titleProposal).meta({
      description: 'What each channel that has too little room for the title will call it',
    }),
    essentials: z.array(essential).meta({
      description: 'What short texts say of it: written by the editor, or read from the words',
    }),
    renditions: z.array(shownRendition),
    asked: z.array(noticed).meta({
      description: 'What a submission would ask the editor, and what would stop it for a channel',
    }),
  })
  .meta({ id: 'SourcePreview' });

export function summaryOf(siteUrl: string, doc: PublicationDoc): PublicationSummary {
  const current = doc.editions.at(-1) ?? doc.editions[0];
  return {
    id: doc._id,
    organisation: doc.organisation,
    version: doc.revision,
    state: doc.state,
    stateTitle: stateTitles[doc.state],
    badges: [...badgesOf({ state: doc.state, inForce: doc.inForce, newest: current.edition })],
    lane: current.lane,
    channels: [...current.channels],
    title: doc.title,
    page: pageOf(siteUrl, doc._id),
    inForce: doc.inForce,
    editions: doc.editions.map((e) => editionView(doc, e)),
    urgentReleases: [...doc.urgentReleases],
    ending: doc.ending,
    createdAt: doc.createdAt,
    updatedAt: doc.updatedAt,
    history: [...doc.history],
  };
}

/** `contents` is one content per edition, in order. */
export function viewOf(
  siteUrl: string,
  doc: PublicationDoc,
  { contents, steps: next }: { contents: readonly EditionContent[]; steps: readonly Step[] },
): PublicationView {
  const editions = doc.editions.map((record, n) => {
    const content = contents[n];
    if (content === undefined) throw new Error(`edition ${record.edition} of ${doc._id} has no content`);
    return { ...editionView(doc, record), content };
  });
  const progress = progressOf(doc.editions.at(-1) ?? doc.editions[0], doc.history);
  return { ...summaryOf(siteUrl, doc), editions, progress: [...progress], steps: [...next] };
}

function editionView(doc: PublicationDoc, record: EditionRecord): PublicationSummary['editions'][number] {
  const { channels, authors, reviews, comments, renditions, route, unchecked, losses, ...rest } = record;
  const kind = kindOf(record);
  return {
    ...rest,
    channels: [...channels],
    authors: [...authors],
    route: route === null ? null : routeView(route),
    reviews: reviews.map(({ title, ...r }) => ({ ...r, stageTitle: titleOf({ stage: r.stage, title }) })),
    comments: [...comments],
    renditions: { ...renditions },
    losses: [...(losses ?? [])],
    unchecked: [...(unchecked ?? [])],
    leftOut: [...(record.leftOut ?? [])],
    seal: sealOf(record),
    standing: standingOf(doc, record),
    waitsFor: kind?.id ?? null,
    waitsForTitle: kind?.title ?? null,
  };
}

function routeView(route: ReviewRoute): PublicationSummary['editions'][number]['route'] {
  const kinds = [...kindsOf(route)];
  return {
    levels: kinds.filter((k) => k.form === 'approval').length,
    secrecy: kinds.some((k) => k.form === 'clearance'),
    kinds,
  };
}

function standingOf(
  doc: PublicationDoc,
  record: EditionRecord,
): PublicationSummary['editions'][number]['standing'] {
  if (record.state !== 'released') return 'in-work';
  if (record.edition === doc.inForce) return 'in-force';
  const later = doc.editions.some((e) => e.edition > record.edition && e.state === 'released');
  return later ? 'corrected' : 'ended';
}
