import { z } from 'zod';
import { matter } from '../../publications/publication.terms.ts';

/** What a notice of a template is about. */
export const templateMatter = matter.pick({ type: true, column: true, fields: true });

/**
 * What a notice made of a template still lacks. `text` is one line, `long` may be several, `period` is two days.
 * `field` is the field of the type that says the same, so that it is asked once.
 */
export const blank = z
  .object({
    key: z.string().regex(/^[a-z]+$/),
    // 【待填：…】 is what the proofreader stops
    title: z.string().min(1).max(10),
    hint: z.string().max(60).optional(),
    kind: z.enum(['text', 'long', 'period']),
    field: z.string().max(60).optional(),
  })
  .meta({ id: 'TemplateBlank' });
export type Blank = z.infer<typeof blank>;

/** A notice as it is usually written; `{key}` stands for a blank. */
export const template = z.object({
  code: z.string().regex(/^[a-z-]+$/),
  title: z.string().min(1).max(40),
  matter: templateMatter.extend({ fields: matter.shape.fields.default({}) }),
  blanks: z.array(blank).min(1).max(12),
  heading: z.string().min(1).max(100),
  /** One paragraph each; 一、 and （一） make headings. */
  text: z.array(z.string().min(1)).min(1),
});
export type Template = z.infer<typeof template>;

const day = z.iso.date();
/** What was filled in, by the key of the blank; what is missing stays blank. */
export const blanksFilled = z
  .strictObject({
    values: z
      .record(
        z.string().max(20),
        z.union([z.string().trim().max(2000), z.strictObject({ from: day, to: day })]),
      )
      .default({}),
  })
  .meta({ id: 'FillTemplate' });
export type Filled = z.infer<typeof blanksFilled>['values'];
