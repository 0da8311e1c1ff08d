import type { LossKindName } from '../losses/loss.kinds.ts';

/**
 * What becomes of an element.
 * `kept`: the model has a node for it, or it holds such nodes together · `text`: only its words count ·
 * `rewritten`: its sense is put into words (see html.rewrite.ts) · `left-out`: it does not go out, and the
 * editor is told · `refused`: no reader ever sees what stands in it.
 */
export type Verdict =
  | { readonly is: 'kept' | 'text' | 'refused' }
  | { readonly is: 'rewritten'; readonly as: Rewriting }
  | { readonly is: 'left-out'; readonly loss: LossKindName };
export type Rewriting =
  | 'quotation'
  | 'superscript'
  | 'subscript'
  | 'annotation'
  | 'box'
  | 'disclosure'
  | 'loss'
  | 'area';

const kept: Verdict = { is: 'kept' };
const text: Verdict = { is: 'text' };
const refused: Verdict = { is: 'refused' };
const as = (rewriting: Rewriting): Verdict => ({ is: 'rewritten', as: rewriting });
const out = (loss: LossKindName): Verdict => ({ is: 'left-out', loss });
const all = (verdict: Verdict, tags: string): [string, Verdict][] =>
  tags.split(' ').map((tag) => [tag, verdict]);

/** Every element of HTML, in force or obsolete, and those that office programs write. */
export const elementVerdicts: ReadonlyMap<string, Verdict> = new Map([
  ...all(kept, 'p div section article main header footer aside address center pre blockquote'),
  ...all(kept, 'h1 h2 h3 h4 h5 h6 ul ol li dl dt dd figure figcaption img hr br a strong b u'),
  ...all(kept, 'table caption thead tbody tfoot tr td th'),
  ...all(text, 'span font em i cite dfn abbr acronym code kbd samp var tt mark small big data time bdi bdo'),
  ...all(text, 'ins label legend fieldset form nav search hgroup summary details picture wbr nobr rb map'),
  ...all(text, 'output listing rbc xmp plaintext menu dir marquee blink html body spacer basefont'),
  ...all(text, 'o:p v:imagedata col colgroup bgsound'),
  ...all(as('quotation'), 'q'),
  ...all(as('superscript'), 'sup'),
  ...all(as('subscript'), 'sub'),
  ...all(as('annotation'), 'ruby'),
  ...all(as('box'), 'input'),
  ...all(as('disclosure'), 'dialog'),
  ...all(as('loss'), 'import-loss'),
  ...all(as('area'), 'area'),
  ...all(out('struck-text'), 'del s strike'),
  ...all(
    out('form-control'),
    'textarea select button datalist meter progress keygen isindex selectedcontent',
  ),
  ...all(out('form-control'), 'menuitem command'),
  ...all(out('equation'), 'math'),
  ...all(out('drawing'), 'svg canvas'),
  ...all(out('embedded-media'), 'iframe object embed applet audio video frameset frame fencedframe'),
  ...all(refused, 'script style noscript template title head meta link base source track param slot'),
  ...all(refused, 'noembed noframes option optgroup rp rt rtc image content shadow element nextid multicol'),
]);

/**
 * What becomes of an attribute that is not about looks. `kept` goes into the model, `read` changes how the
 * element is understood.
 */
export const attributeVerdicts: Readonly<Record<string, Readonly<Record<string, 'kept' | 'read'>>>> = {
  '*': { hidden: 'read', style: 'read', align: 'read' },
  a: { href: 'kept' },
  img: { src: 'kept', alt: 'kept' },
  td: { colspan: 'kept', rowspan: 'kept' },
  th: { colspan: 'kept', rowspan: 'kept' },
  p: { align: 'kept' },
  ol: { start: 'kept', reversed: 'read', type: 'read' },
  li: { value: 'read', type: 'read' },
  input: { type: 'read', checked: 'read', value: 'read' },
  dialog: { open: 'read' },
  'import-loss': { kind: 'read', where: 'read', count: 'read' },
};

/** What our model has a node for, or what holds such nodes together. */
export const keptTags: readonly string[] = [...elementVerdicts].flatMap(([tag, { is }]) =>
  is === 'kept' ? [tag] : [],
);

/** What says nothing to readers: not even the words in it go out. */
export const silentTags: readonly string[] = [...elementVerdicts].flatMap(([tag, { is }]) =>
  is === 'refused' || is === 'left-out' ? [tag] : [],
);

/** Smart tags and shapes of office programs: `st1:place`, `w:sdt`. Only their words count. */
const ofOffice = /^(?:o|v|w|st\d|m|x):/;

/** Undefined for an element that nobody has judged. */
export const verdictOf = (tag: string): Verdict | undefined =>
  elementVerdicts.get(tag) ?? (ofOffice.test(tag) ? text : undefined);
