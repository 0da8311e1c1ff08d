import { attribute, type HtmlElement } from './html.inline.ts';

/** What the looks of an element say about its words. All other looks say nothing. */
export interface Look {
  readonly hidden: boolean;
  readonly struck: boolean;
  readonly raised: 'superscript' | 'subscript' | null;
  readonly bold: boolean;
  readonly align: 'center' | 'right' | null;
  /** The value of `list-style-type`, in lower case. */
  readonly numbering: string | null;
}

/** Of the `style` attribute, `hidden` and `align`; style sheets are not read. */
export function lookOf(element: HtmlElement): Look {
  const style = declarations(attribute(element, 'style') ?? '');
  const line = style.get('text-decoration-line') ?? style.get('text-decoration') ?? '';
  const weight = style.get('font-weight') ?? '';
  return {
    hidden: attribute(element, 'hidden') !== undefined || isHidden(style),
    struck: /\bline-through\b/.test(line),
    raised: raisedBy(style.get('vertical-align')),
    bold: weight.startsWith('bold') || Number(weight) >= 600,
    align: alignedBy(style.get('text-align') ?? attribute(element, 'align')?.toLowerCase()),
    numbering: style.get('list-style-type') ?? style.get('list-style')?.split(/\s/)[0] ?? null,
  };
}

/** `mso-hide` is how Word writes hidden text into HTML. */
const isHidden = (style: ReadonlyMap<string, string>): boolean =>
  style.get('display') === 'none' || style.get('visibility') === 'hidden' || style.get('mso-hide') === 'all';

const raisedBy = (value: string | undefined): Look['raised'] =>
  value === 'super' ? 'superscript' : value === 'sub' ? 'subscript' : null;

const alignedBy = (value: string | undefined): Look['align'] =>
  value === 'center' || value === 'right' ? value : null;

function declarations(style: string): ReadonlyMap<string, string> {
  return new Map(
    style.split(';').flatMap((declaration): [string, string][] => {
      const [name, ...value] = declaration.split(':');
      const words = value
        .join(':')
        .replace(/!\s*important/i, '')
        .trim()
        .toLowerCase();
      return name === undefined || words === '' ? [] : [[name.trim().toLowerCase(), words]];
    }),
  );
}
