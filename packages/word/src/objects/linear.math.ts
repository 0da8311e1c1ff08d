import { childOf, type XmlElement } from '../xml/xml.element.ts';

/** A formula (ISO/IEC 29500-1 §22.1) on one line, as it is read out: fractions with a stroke, powers with ^. */
export function linearMath(element: XmlElement): string {
  const write = writers[element.name];
  if (write !== undefined) return write(element);
  if (element.name === 'm:t' || element.name === 'w:t') return element.text;
  return element.name.endsWith('Pr') ? '' : element.children.map(linearMath).join('');
}

type Writer = (element: XmlElement) => string;

const part = (element: XmlElement, name: string): string => {
  const found = childOf(element, name);
  return found === undefined ? '' : found.children.map(linearMath).join('').trim();
};
/** In brackets where it is more than one sign or number. */
const one = (words: string): string => (/^(?:[\d.]+|.?)$/u.test(words) ? words : `(${words})`);
const raised = (words: string): string => (words === '' ? '' : `^${one(words)}`);
const lowered = (words: string): string => (words === '' ? '' : `_${one(words)}`);
const sign = (element: XmlElement, name: string, usual: string): string =>
  childOf(childOf(element, `${element.name}Pr`), name)?.attributes['m:val'] ?? usual;

const writers: Readonly<Record<string, Writer>> = {
  'm:f': (f) => `${one(part(f, 'm:num'))}/${one(part(f, 'm:den'))}`,
  'm:sSup': (s) => part(s, 'm:e') + raised(part(s, 'm:sup')),
  'm:sSub': (s) => part(s, 'm:e') + lowered(part(s, 'm:sub')),
  'm:sSubSup': (s) => part(s, 'm:e') + lowered(part(s, 'm:sub')) + raised(part(s, 'm:sup')),
  'm:rad': (r) => `${part(r, 'm:deg')}√${one(part(r, 'm:e'))}`,
  'm:nary': (n) =>
    `${sign(n, 'm:chr', '∫')}${lowered(part(n, 'm:sub'))}${raised(part(n, 'm:sup'))} ${part(n, 'm:e')}`,
  'm:d': (d) => {
    const inside = d.children
      .filter(({ name }) => name === 'm:e')
      .map((e) => e.children.map(linearMath).join(''));
    return sign(d, 'm:begChr', '(') + inside.join(sign(d, 'm:sepChr', '|')) + sign(d, 'm:endChr', ')');
  },
};
