import type { WrittenBody } from '../editor/body.editor.tsx';
import { picturesIn } from '../editor/document.codec.ts';
import { withoutGaps } from '../editor/document.gaps.ts';
import { ownWordsFor, ownWordsIn, type OwnWords } from '../own-words/own.words.ts';
import type { Body, EditionContent, EditionView, Matter, Publication, Source } from '../api/hub.types.ts';

/** The document, as JSON. */
export type WrittenSource = Source & { readonly source: string };
const blankPage: WrittenBody = { document: null, media: [] };
type FieldValue = Matter['fields'][string];
/** The form of the write page. A list is one entry per line. */
export interface Written {
  /** The text, and the pictures it may name. */
  body: WrittenBody;
  /** What the import of the text told; absent while it is the one that was opened. */
  losses?: NonNullable<Source['losses']>;
  title?: string;
  shortTitle?: string;
  /** As the editor wrote them; absent while they are read from the words. */
  essentials?: NonNullable<EditionContent['essentials']>;
  /** What single channels say in words of their own. */
  ownWords?: OwnWords;
  issuer?: string;
  documentNumber?: string;
  writtenOn?: string;
  lane: 'normal' | 'urgent';
  channels?: string[];
  audience?: EditionView['audience'];
  reason?: string;
  hidesEarlier?: boolean;
  publishAt?: string;
  expiresAt?: string;
  drill?: boolean;
  matter?: { type?: string; column?: string; item?: string; fields?: Record<string, FieldValue | undefined> };
}

/** The clock on the wall in China, as a form shows it. */
const asClock = (instant: string | null): string =>
  instant === null ? '' : new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16);
export const asInstant = (clock: string | undefined): string | null =>
  clock === undefined || clock === '' ? null : new Date(`${clock}:00+08:00`).toISOString();
const said = (text: string | undefined): string | undefined =>
  text === undefined || text.trim() === '' ? undefined : text.trim();

/** What a new draft begins as, where somebody was led to it. */
export interface Begun {
  readonly type?: string;
  readonly column?: string;
  readonly item?: string;
}

export function asWritten(p: Publication | undefined, begun: Begun = {}): Partial<Written> {
  const edition: EditionView | undefined = p?.editions.at(-1);
  if (p === undefined || edition === undefined)
    return {
      lane: 'normal',
      body: blankPage,
      matter: { type: 'general-notice', column: 'tzgg', ...begun },
    };
  const { title, shortTitle, essentials, header } = edition.content;
  const { type, column, item, fields } = edition.matter;
  return {
    body: { document: edition.content.body, media: edition.content.media },
    title,
    ...(shortTitle === undefined ? {} : { shortTitle }),
    ...(essentials === undefined ? {} : { essentials }),
    ...(edition.content.ownWords === undefined ? {} : { ownWords: ownWordsIn(edition.content) }),
    issuer: header.issuer,
    ...(header.documentNumber === undefined ? {} : { documentNumber: header.documentNumber }),
    ...(header.writtenOn === undefined ? {} : { writtenOn: header.writtenOn }),
    lane: p.lane,
    drill: edition.drill,
    channels: [...p.channels],
    audience: edition.audience,
    publishAt: asClock(edition.schedule.publishAt),
    expiresAt: asClock(edition.schedule.expiresAt),
    matter: {
      type,
      column,
      ...(item === null ? {} : { item }),
      fields: Object.fromEntries(
        Object.entries(fields).map(([key, value]) => [key, Array.isArray(value) ? value.join('\n') : value]),
      ),
    },
  };
}

/** What the form does not show (summary, period of a 公示, index number) stays as it was. */
export function asSource(w: Partial<Written>, before: EditionContent | undefined): WrittenSource {
  const [title, shortTitle, issuer, documentNumber, writtenOn] = [
    said(w.title),
    said(w.shortTitle),
    said(w.issuer),
    said(w.documentNumber),
    said(w.writtenOn),
  ];
  const { documentNumber: _number, writtenOn: _written, ...kept } = before?.header ?? {};
  const header = {
    ...kept,
    ...(issuer === undefined ? {} : { issuer }),
    ...(documentNumber === undefined ? {} : { documentNumber }),
    ...(writtenOn === undefined ? {} : { writtenOn }),
  };
  return {
    format: 'document',
    source: JSON.stringify(sourceOf(w.body ?? blankPage)),
    ...(w.losses === undefined ? {} : { losses: w.losses }),
    ...(title === undefined ? {} : { title }),
    ...(shortTitle === undefined ? {} : { shortTitle }),
    ...essentialsIn(w),
    ...ownWordsFor(w.ownWords),
    ...(before?.summary === undefined ? {} : { summary: before.summary }),
    ...(before?.publicNotice === undefined ? {} : { publicNotice: before.publicNotice }),
    ...(Object.keys(header).length === 0 ? {} : { header }),
  };
}

/** A row that is still being written is left out. What was changed stands where the editor put it. */
function essentialsIn({ essentials }: Partial<Written>): Pick<Source, 'essentials'> {
  if (essentials === undefined) return {};
  const whole = essentials.filter((one) => one?.words !== undefined && one.words.trim() !== '');
  return {
    essentials: whole.map(({ kind, label = '', words, block = null }) => ({ kind, label, words, block })),
  };
}

/** The text with the pictures that it shows. */
function sourceOf({ document, media }: WrittenBody): unknown {
  const shown = document === null ? new Set() : picturesIn(document);
  return { body: document, media: media.filter(({ id }) => shown.has(id)) };
}

export function asMatter({ matter }: Partial<Written>, listKeys: readonly string[]): Matter | undefined {
  if (matter?.type === undefined || matter.column === undefined) return undefined;
  const fields = Object.entries(matter.fields ?? {}).flatMap(([key, value]) => {
    if (
      value === undefined ||
      value === '' ||
      (typeof value === 'object' && 'from' in value && !value.from && !value.to)
    )
      return [];
    return [
      [
        key,
        listKeys.includes(key) && typeof value === 'string'
          ? value
              .split('\n')
              .map((line) => line.trim())
              .filter((line) => line !== '')
          : value,
      ] as const,
    ];
  });
  return {
    type: matter.type,
    column: matter.column,
    item: matter.item ?? null,
    fields: Object.fromEntries(fields),
  };
}

export interface Attached {
  readonly name: string;
  readonly href: string;
  readonly bytes: number;
}
export const withAttachments = <S extends Source>(source: S, attachments: readonly Attached[]): S =>
  attachments.length === 0
    ? source
    : { ...source, attachments: attachments.map(({ name, href, bytes }) => ({ name, href, bytes })) };

/** What channels are asked to draw: the words, and what beside them changes how they look. */
export type Previewed = WrittenSource &
  Pick<Source, 'lane' | 'matter' | 'schedule' | 'audience' | 'channels'>;
/** A period of which one day is still to be written is left out: nothing is shown of it yet. */
export function asPreviewed(
  values: Partial<Written>,
  { kept, attachments, lists, channels: fixed }: Beside,
): Previewed {
  const { channels = fixed } = values;
  const matter = asMatter(values, lists);
  const complete = Object.entries(matter?.fields ?? {}).filter(
    ([, value]) => typeof value !== 'object' || !('from' in value) || (value.from && value.to),
  );
  return {
    ...withAttachments(asSource({ ...values, body: drawable(values.body) }, kept), attachments),
    ...(matter === undefined ? {} : { matter: { ...matter, fields: Object.fromEntries(complete) } }),
    ...(values.lane === undefined ? {} : { lane: values.lane }),
    ...(values.audience === undefined ? {} : { audience: values.audience }),
    ...(channels === undefined || channels.length === 0 ? {} : { channels: [...channels] }),
    schedule: { expiresAt: asInstant(values.expiresAt) },
  };
}

/** What is checked of it. */
export function checkableOf(
  source: Previewed | null,
  publication: string | undefined,
): Body<'/api/v1/proofreadings'> | null {
  if (source === null) return null;
  const { lane: _lane, ...words } = source;
  return {
    ...words,
    ...(publication === undefined ? {} : { publication }),
  };
}

/** Without what is only begun. */
const drawable = ({ document, media } = blankPage): WrittenBody => ({
  document: document === null ? null : withoutGaps(document),
  media,
});

/** What is handed in to the hub, whatever it is written for. */
export type Handed = Body<'/api/v1/publications'>;
interface Beside {
  readonly kept: EditionContent | undefined;
  readonly attachments: readonly Attached[];
  /** Keys of the fields that are lists. */
  readonly lists: readonly string[];
  /** Where it goes when nobody may choose. */
  readonly channels?: readonly string[] | undefined;
}
export function asHanded(values: Written, { kept, attachments, lists }: Beside): Handed {
  const matter = asMatter(values, lists);
  return {
    ...withAttachments(asSource(values, kept), attachments),
    ...(matter === undefined ? {} : { matter }),
    lane: values.lane,
    schedule: { publishAt: asInstant(values.publishAt), expiresAt: asInstant(values.expiresAt) },
    drill: values.drill ?? false,
    ...(values.channels === undefined ? {} : { channels: values.channels }),
    ...(values.audience === undefined ? {} : { audience: values.audience }),
  };
}
