import { z } from 'zod';

/**
 * The closed document model: ProseMirror JSON with a fixed set of nodes and marks.
 * No colour, no font, no raw HTML: how a node looks is the business of each channel.
 */

const blockId = z.string().max(40).optional();

const linkMark = z.object({
  type: z.literal('link'),
  attrs: z.object({
    href: z
      .string()
      .regex(/^(https?:|mailto:|tel:)/, 'links are http, https, mailto or tel')
      .max(2000),
  }),
});
const plainMark = z.object({ type: z.enum(['bold', 'underline']) });
export const mark = z.union([plainMark, linkMark]);
export type Mark = z.infer<typeof mark>;

const text = z.object({ type: z.literal('text'), text: z.string().min(1), marks: z.array(mark).optional() });
const hardBreak = z.object({ type: z.literal('hardBreak') });
export const inline = z.discriminatedUnion('type', [text, hardBreak]);
export type Inline = z.infer<typeof inline>;

const paragraph = z.object({
  type: z.literal('paragraph'),
  attrs: z.object({ id: blockId, align: z.enum(['left', 'center', 'right']).optional() }).optional(),
  content: z.array(inline),
});

/** Level 1 is the title of the edition and never occurs in a body; 一、=2 (一)=3 1.=4 (1)=5. */
const heading = z.object({
  type: z.literal('heading'),
  attrs: z.object({ id: blockId, level: z.union([z.literal(2), z.literal(3), z.literal(4), z.literal(5)]) }),
  content: z.array(inline).min(1),
});

/** What must stay to be seen where a picture is cut: shares of its width and height, from the left and the top. */
const focus = z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) });
export type PictureFocus = z.infer<typeof focus>;

/**
 * `media` is the id (SHA-256, hex) of an entry of `EditionContent.media`. `alt` may be empty only for
 * decoration. `focus`: it may be cut, and stands for the text where there is room for one picture.
 */
const image = z.object({
  type: z.literal('image'),
  attrs: z.object({
    id: blockId,
    media: z.string().regex(/^[0-9a-f]{64}$/),
    alt: z.string().max(300),
    caption: z.string().max(300).optional(),
    /** Whose picture it is, shown behind the caption. */
    source: z.string().min(1).max(100).optional(),
    focus: focus.optional(),
  }),
});

const attachment = z.object({
  type: z.literal('attachment'),
  attrs: z.object({
    id: blockId,
    name: z.string().min(1).max(200),
    href: z.url({ protocol: /^https?$/ }),
    bytes: z.int().nonnegative().optional(),
  }),
});

/** Label and value pairs a citizen looks for first: 办理时间, 地点, 电话. */
const keyFacts = z.object({
  type: z.literal('keyFacts'),
  attrs: z.object({
    id: blockId,
    facts: z
      .array(z.object({ label: z.string().min(1).max(20), value: z.string().min(1).max(300) }))
      .min(1)
      .max(20),
  }),
});

const contact = z.object({
  type: z.literal('contact'),
  attrs: z.object({
    id: blockId,
    name: z.string().min(1).max(100),
    phone: z.string().max(60).optional(),
    address: z.string().max(200).optional(),
    hours: z.string().max(100).optional(),
  }),
});

const divider = z.object({ type: z.literal('divider') });

export type Cell = {
  type: 'tableCell' | 'tableHeader';
  attrs?: { colspan?: number | undefined; rowspan?: number | undefined } | undefined;
  content: Inline[];
};
const cell: z.ZodType<Cell> = z.object({
  type: z.enum(['tableCell', 'tableHeader']),
  attrs: z
    .object({ colspan: z.int().min(1).max(50).optional(), rowspan: z.int().min(1).max(500).optional() })
    .optional(),
  content: z.array(inline),
});
const table = z.object({
  type: z.literal('table'),
  attrs: z.object({ id: blockId, caption: z.string().max(200).optional() }).optional(),
  content: z
    .array(z.object({ type: z.literal('tableRow'), content: z.array(cell).min(1).max(50) }))
    .min(1)
    .max(500),
});

export type ListItem = { type: 'listItem'; content: Block[] };
export type List = {
  type: 'bulletList' | 'orderedList';
  attrs?: { id?: string | undefined; start?: number | undefined } | undefined;
  content: ListItem[];
};
export type Quote = { type: 'quote'; attrs?: { id?: string | undefined } | undefined; content: Block[] };

export type Block =
  | z.infer<typeof paragraph>
  | z.infer<typeof heading>
  | z.infer<typeof image>
  | z.infer<typeof attachment>
  | z.infer<typeof keyFacts>
  | z.infer<typeof contact>
  | z.infer<typeof divider>
  | z.infer<typeof table>
  | List
  | Quote;

const list: z.ZodType<List> = z.object({
  type: z.enum(['bulletList', 'orderedList']),
  attrs: z.object({ id: blockId, start: z.int().min(1).optional() }).optional(),
  content: z
    .array(z.object({ type: z.literal('listItem'), content: z.array(z.lazy(() => block)).min(1) }))
    .min(1),
});
const quote: z.ZodType<Quote> = z.object({
  type: z.literal('quote'),
  attrs: z.object({ id: blockId }).optional(),
  content: z.array(z.lazy(() => block)).min(1),
});

export const block: z.ZodType<Block> = z.union([
  paragraph,
  heading,
  image,
  attachment,
  keyFacts,
  contact,
  divider,
  table,
  list,
  quote,
]);

export const document = z
  .object({ type: z.literal('doc'), content: z.array(block).min(1).max(5000) })
  .meta({ id: 'Document' });
export type Document = z.infer<typeof document>;
