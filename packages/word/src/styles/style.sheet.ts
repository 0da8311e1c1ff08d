import { childOf, childrenOf, isFilled, valueOf, within, type XmlElement } from '../xml/xml.element.ts';

export interface Style {
  readonly id: string;
  /** In lower case: `heading 1`, `title`; Word and WPS keep these names in every language. */
  readonly name: string;
  readonly paragraph: XmlElement | undefined;
  readonly run: XmlElement | undefined;
  readonly element: XmlElement;
  readonly basedOn: string | undefined;
}

const maxChain = 20;

/** The styles of a document, each with what it is based on. */
export class StyleSheet {
  readonly defaultRun: XmlElement | undefined;
  readonly defaultParagraph: XmlElement | undefined;
  private readonly styles: ReadonlyMap<string, Style>;
  private readonly ordinary: string | undefined;

  constructor(root: XmlElement | null) {
    const defaults = childOf(root ?? undefined, 'w:docDefaults');
    this.defaultRun = childOf(childOf(defaults, 'w:rPrDefault'), 'w:rPr');
    this.defaultParagraph = childOf(childOf(defaults, 'w:pPrDefault'), 'w:pPr');
    const elements = childrenOf(root ?? undefined, 'w:style');
    this.styles = new Map(
      elements.map((element) => [element.attributes['w:styleId'] ?? '', styleOf(element)]),
    );
    this.ordinary = elements.find(isOrdinary)?.attributes['w:styleId'];
  }

  /** The style and what it is based on, nearest first. Without a name: the ordinary style of paragraphs. */
  paragraphChain(id: string | undefined): readonly Style[] {
    return this.chain(id ?? this.ordinary);
  }

  chain(id: string | undefined): readonly Style[] {
    const chain: Style[] = [];
    for (let at = id; at !== undefined && chain.length < maxChain;) {
      const style = this.styles.get(at);
      if (style === undefined) break;
      chain.push(style);
      at = style.basedOn;
    }
    return chain;
  }

  /** Does a style of tables put a colour behind cells? */
  shades(id: string | undefined): boolean {
    return this.chain(id).some(({ element }) => [...within(element)].some(isFilled));
  }

  /** The list that a numbering style names. */
  listOf(id: string): string | undefined {
    const numPr = childOf(this.styles.get(id)?.paragraph, 'w:numPr');
    return valueOf(numPr, 'w:numId');
  }
}

const isOrdinary = ({ attributes }: XmlElement): boolean =>
  attributes['w:type'] === 'paragraph' && ['1', 'true', 'on'].includes(attributes['w:default'] ?? '');

const styleOf = (element: XmlElement): Style => ({
  id: element.attributes['w:styleId'] ?? '',
  name: (valueOf(element, 'w:name') ?? '').toLowerCase(),
  paragraph: childOf(element, 'w:pPr'),
  run: childOf(element, 'w:rPr'),
  basedOn: valueOf(element, 'w:basedOn'),
  element,
});
