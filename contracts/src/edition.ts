import { z } from 'zod';
import { document } from './document.ts';
import { essential } from './essential.ts';
import { ownWords } from './own.words.ts';

/**
 * 8 characters of Crockford base32 (no I, L, O, U): short enough for a QR code and to be read out on the
 * telephone.
 */
export const publicationId = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{8}$/)
  .meta({ id: 'PublicationId', examples: ['7K3QZP4M'] });
export const channelId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,19}$/)
  .meta({ id: 'ChannelId', examples: ['wechat'] });
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const isoDate = z.iso.date();
export const instant = z.iso.datetime({ offset: true });
export const lane = z.enum(['urgent', 'normal']);
export type Lane = z.infer<typeof lane>;

/**
 * The header block of a government document (政府信息公开条例 art. 12 and GB/T 9704). Dates are calendar
 * dates in Asia/Shanghai.
 */
export const editionHeader = z.object({
  issuer: z.string().min(1).max(100),
  indexNumber: z.string().max(60).optional(),
  /** The 索引号 that the document had where it came from. */
  originalIndexNumber: z.string().max(60).optional(),
  documentNumber: z.string().max(60).optional(),
  writtenOn: isoDate.optional(),
  publishedOn: isoDate.optional(),
  validity: z.enum(['有效', '失效', '废止', '修改']).optional(),
});
export type EditionHeader = z.infer<typeof editionHeader>;

/** 公示: its period (inclusive dates) and where objections go. */
export const publicNotice = z.object({ from: isoDate, to: isoDate, objections: z.string().min(1).max(300) });

/**
 * A picture of the edition, by reference: `id` is the SHA-256 of its bytes, which lie on the shelf of pictures
 * (see `pictureShelf`). `data` (base64) are the bytes themselves, in editions from before pictures went by
 * reference.
 */
export const media = z.object({
  id: sha256,
  mediaType: z.enum(['image/png', 'image/jpeg', 'image/webp', 'image/gif']),
  bytes: z.int().positive(),
  data: z.base64().optional(),
});
export type Media = z.infer<typeof media>;

/**
 * What a warning says, for channels that have room for a line only; its words are in the body. Levels and
 * colours: 突发事件应对法 (2024) art. 63. `unrated`: the sender gave none.
 */
export const warningLevel = z.enum(['red', 'orange', 'yellow', 'blue', 'unrated']);
export type WarningLevel = z.infer<typeof warningLevel>;
export const warningFacts = z.object({
  level: warningLevel,
  event: z.string().min(1).max(100),
  area: z.string().min(1).max(300),
});
export type WarningFacts = z.infer<typeof warningFacts>;

/** Everything a reviewer approves, and nothing else: `contentHash` is the SHA-256 of its canonical JSON. */
export const editionContent = z
  .object({
    schemaVersion: z.literal(1),
    title: z.string().min(1).max(200),
    /** For channels with a short title; derived from `title` where absent. */
    shortTitle: z.string().min(1).max(64).optional(),
    summary: z.string().max(500).optional(),
    header: editionHeader,
    publicNotice: publicNotice.optional(),
    /** Set on a warning (预警). */
    warning: warningFacts.optional(),
    /** What short texts say of it, where the editor wrote that; else it is read from the body. */
    essentials: z.array(essential).max(20).optional(),
    /** What single channels say in words of their own; at most one for each part of each. */
    ownWords: z.array(ownWords).max(50).optional(),
    body: document,
    media: z.array(media).max(50),
  })
  .meta({ id: 'EditionContent' });
export type EditionContent = z.infer<typeof editionContent>;

/**
 * Where a publication stands on the portal: the name of its column, and what kind of column that is (`ColumnType` of
 * 国办发〔2017〕47号).
 */
export const editionColumn = z.object({ name: z.string().min(1).max(30), type: z.string().min(1).max(30) });
export type EditionColumn = z.infer<typeof editionColumn>;

/** What a channel renders. `page` is the canonical URL of the publication, known before it is published. */
export const edition = z
  .object({
    publication: publicationId,
    edition: z.int().positive(),
    contentHash: sha256,
    content: editionContent,
    links: z.object({ page: z.url() }),
    /** As it is called when it is released; no part of what is approved. Absent where nobody knows the column. */
    column: editionColumn.optional(),
    /**
     * Set in the urgent lane: a channel that cannot carry all of it carries less, and refuses only what it
     * cannot carry at all.
     */
    urgent: z.literal(true).optional(),
    /**
     * Set on a correction: which edition it replaces and the public words why. `hidesEarlier`: what it replaces
     * must not stay public anywhere, not as an earlier edition and not as the words that changed.
     */
    corrects: z
      .object({
        edition: z.int().positive(),
        reason: z.string().min(1).max(500),
        hidesEarlier: z.literal(true).optional(),
      })
      .optional(),
  })
  .meta({ id: 'Edition' });
export type Edition = z.infer<typeof edition>;

/** A picture with its bytes (base64). */
export type Illustration = Media & { data: string };

/** An edition whose pictures are at hand: what a channel checks and renders. */
export type IllustratedEdition = Omit<Edition, 'content'> & {
  content: Omit<EditionContent, 'media'> & { media: Illustration[] };
};
