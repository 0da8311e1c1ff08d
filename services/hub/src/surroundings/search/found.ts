import { z } from 'zod';

export const foundKinds = {
  act: '要办的事',
  publication: '发布件',
  organisation: '机构',
  person: '人员',
  target: '终端',
} as const;
export type FoundKind = keyof typeof foundKinds;
const foundKind = z.enum(Object.keys(foundKinds) as [FoundKind, ...FoundKind[]]);

/** Something that was found, and the page of the console where it stands. */
export const found = z
  .object({
    kind: foundKind,
    kindTitle: z.string(),
    title: z.string(),
    hint: z.string().meta({ description: 'What tells it from others of that name, in words' }),
    screen: z.string(),
    id: z.string().nullable().meta({ description: 'Of a page about one thing' }),
    said: z.record(z.string(), z.string()).meta({ description: 'What its address says behind `?`' }),
  })
  .meta({ id: 'Found' });
export type Found = z.infer<typeof found>;

export const searchAnswer = z
  .object({
    items: z.array(found),
    missing: z.array(z.string()).meta({ description: 'What could not be looked through, in words' }),
  })
  .meta({ id: 'SearchAnswer' });
export type SearchAnswer = z.infer<typeof searchAnswer>;

export const searchQuery = z.strictObject({ q: z.string().trim().min(1).max(60) });

/** One found thing; what is not said of it is empty. */
export const foundOf = (
  kind: FoundKind,
  title: string,
  at: { readonly screen: string; readonly id?: string; readonly said?: Readonly<Record<string, string>> },
  hint = '',
): Found => ({
  kind,
  kindTitle: foundKinds[kind],
  title,
  hint,
  screen: at.screen,
  id: at.id ?? null,
  said: { ...at.said },
});
