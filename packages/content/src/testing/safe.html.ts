import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** What a channel's HTML may carry beside its words. */
interface Allowed {
  readonly style: boolean;
  /** Classes and ids. */
  readonly names: boolean;
}

const acting = /^(?:script|style|iframe|svg|math|object|form|link|base|meta)$/;

/** Complaints about a piece of HTML: the parser's, and everything in it that acts. None for a sound one. */
export function faultsIn(html: string, allowed: Allowed): readonly string[] {
  const errors: string[] = [];
  const { childNodes } = parseFragment(html, { onParseError: ({ code }) => errors.push(code) });
  const found = elements(childNodes);
  const ids = found.flatMap(({ attrs }) =>
    attrs.filter(({ name }) => name === 'id').map(({ value }) => value),
  );
  return [
    ...errors,
    ...found.filter(({ tagName }) => acting.test(tagName)).map(({ tagName }) => `<${tagName}>`),
    ...found
      .flatMap(({ attrs }) => attrs.filter(({ name, value }) => isFault(name, value, allowed)))
      .map(({ name, value }) => `${name}="${value}"`),
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `id ${id} twice`),
  ];
}

function isFault(name: string, value: string, allowed: Allowed): boolean {
  if (name === 'style') return !allowed.style;
  if (name === 'class' || name === 'id') return !allowed.names;
  if (name === 'href') return !/^(?:https?:|mailto:|tel:)/.test(value);
  if (name === 'src') return !/^(?:data:image\/(?:png|jpeg|webp|gif);base64,|media:\/\/)/.test(value);
  return name.startsWith('on');
}

const elements = (nodes: readonly Node[]): readonly Element[] =>
  nodes.flatMap((node) => ('tagName' in node ? [node, ...elements(node.childNodes)] : []));
