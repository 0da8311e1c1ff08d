import { dateInChina } from '@towncrier/content';
import type { Person } from '../access/person.ts';
import type { Step } from '../access/steps/step.ts';
import { moveStep, priceOfMoving } from './moving.desk.ts';
import { publicationOf, type PublicationDoc } from './publication.document.ts';
import { inForceOf, newest, stateOf, type EditionRecord, type Publication } from './publication.ts';
import { mayRead } from './reading.rights.ts';
import { stateTitles, unreleased } from './rules/states.ts';

/** `release` will happen by itself, `planned` once it was approved; `due` is the last day to publish it. */
export type PlannedKind = 'release' | 'planned' | 'ending' | 'notice' | 'due';

/** Something of a publication that has its day. */
export interface Planned {
  readonly kind: PlannedKind;
  readonly id: string;
  readonly organisation: string;
  readonly title: string;
  readonly version: number;
  readonly stateTitle: string;
  /** Civil days in China, both counted. */
  readonly from: string;
  readonly to: string;
  /** The instant, where there is one. */
  readonly at: string | null;
  readonly move: { readonly step: Step; readonly price: string | null } | null;
}

/** What a person may know of it, and when. */
export function plannedOf(who: Person, doc: PublicationDoc, at: string): readonly Planned[] {
  const publication = publicationOf(doc);
  const own = mayRead(who, publication) ? inWork(who, doc, publication, at) : [];
  return [...own, ...inForce(doc, publication)];
}

function inWork(who: Person, doc: PublicationDoc, publication: Publication, at: string): readonly Planned[] {
  const state = stateOf(publication);
  if (!unreleased.includes(state)) return [];
  const { schedule, title } = newest(publication);
  const about = aboutOf(doc, title, stateTitles[state]);
  const step = moveStep(who, publication, at);
  const hour = schedule.publishAt;
  const release: readonly Planned[] =
    hour === null
      ? []
      : [
          {
            ...about,
            kind: state === 'scheduled' ? 'release' : 'planned',
            ...oneDay(dateInChina(hour)),
            at: hour,
            move: step === null ? null : { step, price: priceOfMoving(publication) },
          },
        ];
  const due: readonly Planned[] =
    doc.dueOn === null ? [] : [{ ...about, kind: 'due', ...oneDay(doc.dueOn), at: null, move: null }];
  return [...release, ...due];
}

/** What stands in public, and until when. */
function inForce(doc: PublicationDoc, publication: Publication): readonly Planned[] {
  const standing = inForceOf(publication);
  if (standing === null || publication.ending !== null) return [];
  const { title, releasedAt, schedule } = standing;
  const about = { ...aboutOf(doc, title, stateTitles.released), move: null };
  const ends = schedule.expiresAt;
  const period = periodOf(standing);
  return [
    ...(ends === null ? [] : [{ ...about, kind: 'ending' as const, ...oneDay(dateInChina(ends)), at: ends }]),
    ...(period === null
      ? []
      : [
          {
            ...about,
            kind: 'notice' as const,
            from: period.from ?? dateInChina(releasedAt ?? doc.createdAt),
            to: period.to,
            at: null,
          },
        ]),
  ];
}

const aboutOf = (
  { _id: id, organisation, revision: version }: PublicationDoc,
  title: string,
  stateTitle: string,
) => ({
  id,
  organisation,
  title,
  version,
  stateTitle,
});

const oneDay = (day: string) => ({ from: day, to: day });

/** The period of a 公示 or a consultation; without a first day it began with the release. */
function periodOf({ noticeUntil, matter }: EditionRecord): { from: string | null; to: string } | null {
  const [field] = Object.values(matter.fields).flatMap((value) =>
    typeof value === 'object' && 'to' in value && /^\d{4}-\d{2}-\d{2}$/u.test(value.to) ? [value] : [],
  );
  if (field !== undefined) return { from: field.from === '' ? null : field.from, to: field.to };
  return noticeUntil === null ? null : { from: null, to: noticeUntil };
}
