import { createElement, Fragment, type ReactNode } from 'react';
import type { EditionContent } from '../api/hub.types.ts';
import type { Block } from './block.words.ts';
import { MarkedWords, type Marked, type Piece } from './marked.words.ts';
import './text.view.css';

interface Props {
  readonly content: EditionContent;
  /** What is marked in each block, counted from 0. */
  readonly marked: ReadonlyMap<number, readonly Marked[]>;
  readonly shown: number | null;
  readonly onMark: (mark: number) => void;
}
type Marker = (run: string) => ReactNode;

/** A notice to read, as on paper, with the places that something is said about. */
export function TextView({ content, marked, shown, onMark }: Props) {
  return (
    <article className="towncrier-text">
      <h2 data-block={-1}>{content.title}</h2>
      {content.body.content.map((block, n) => {
        const words = new MarkedWords(marked.get(n) ?? []);
        const marker: Marker = (run) =>
          words.next(run).map((piece, i) => <Fragment key={i}>{pieceOf(piece, shown, onMark)}</Fragment>);
        return (
          <div key={n} data-block={n}>
            {drawn(block, marker)}
          </div>
        );
      })}
    </article>
  );
}

function pieceOf({ text, marks }: Piece, shown: number | null, onMark: (mark: number) => void): ReactNode {
  const last = marks.at(-1);
  if (last === undefined) return text;
  return (
    <mark
      className={marks.includes(shown ?? -1) ? 'shown' : undefined}
      data-mark={last}
      onClick={() => onMark(last)}
    >
      {text}
    </mark>
  );
}

function drawn(block: Block, marker: Marker): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return <p style={{ textAlign: block.attrs?.align }}>{inline(block.content, marker)}</p>;
    case 'heading':
      return createElement(`h${block.attrs.level + 1}`, {}, inline(block.content, marker));
    case 'bulletList':
    case 'orderedList':
      return listOf(block, marker);
    case 'quote':
      return <blockquote>{block.content.map((one, n) => within(one, n, marker))}</blockquote>;
    case 'table':
      return tableOf(block, marker);
    default:
      return pieceBlock(block);
  }
}

const within = (block: Block, n: number, marker: Marker): ReactNode => (
  <Fragment key={n}>{drawn(block, marker)}</Fragment>
);

type ListBlock = Extract<Block, { type: 'bulletList' | 'orderedList' }>;
const listOf = ({ type, attrs, content }: ListBlock, marker: Marker): ReactNode => {
  const items = content.map((item, n) => (
    <li key={n}>{item.content.map((one: Block, i: number) => within(one, i, marker))}</li>
  ));
  return type === 'bulletList' ? <ul>{items}</ul> : <ol start={attrs?.start ?? 1}>{items}</ol>;
};

type TableBlock = Extract<Block, { type: 'table' }>;
const tableOf = ({ attrs, content }: TableBlock, marker: Marker): ReactNode => (
  <div className="towncrier-text-table">
    <table>
      {attrs?.caption !== undefined && <caption>{attrs.caption}</caption>}
      <tbody>
        {content.map((row, r) => (
          <tr key={r}>
            {row.content.map(({ type, attrs: span, content: words }, c) =>
              createElement(
                type === 'tableHeader' ? 'th' : 'td',
                { key: c, colSpan: span?.colspan, rowSpan: span?.rowspan },
                inline(words, marker),
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

type PieceBlock = Exclude<Block, ListBlock | TableBlock | { type: 'paragraph' | 'heading' | 'quote' }>;
function pieceBlock(block: PieceBlock): ReactNode {
  switch (block.type) {
    case 'image':
      return (
        <figure>
          <img src={`/api/v1/pictures/${block.attrs.media}`} alt={block.attrs.alt} />
          {block.attrs.caption !== undefined && <figcaption>{block.attrs.caption}</figcaption>}
          {block.attrs.source !== undefined && <figcaption>来源：{block.attrs.source}</figcaption>}
        </figure>
      );
    case 'attachment':
      return <p>附件：{block.attrs.name}</p>;
    case 'keyFacts':
      return <Facts facts={block.attrs.facts} />;
    case 'contact': {
      const { name, phone, address, hours } = block.attrs;
      const all = { 联系单位: name, 电话: phone, 地址: address, 时间: hours };
      return (
        <Facts
          facts={Object.entries(all).flatMap(([label, value]) =>
            value === undefined ? [] : [{ label, value }],
          )}
        />
      );
    }
    case 'divider':
      return <hr />;
  }
}

const Facts = ({ facts }: { facts: readonly { readonly label: string; readonly value: string }[] }) => (
  <dl>
    {facts.map(({ label, value }) => (
      <Fragment key={label}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </Fragment>
    ))}
  </dl>
);

type Inline = Extract<Block, { type: 'paragraph' }>['content'];
function inline(content: Inline, marker: Marker): ReactNode {
  return content.map((run, n) => {
    if (run.type === 'hardBreak') {
      marker('\n');
      return <br key={n} />;
    }
    const marks = (run.marks ?? []).map(({ type }) => type);
    const words = marker(run.text);
    const strong = marks.includes('bold') ? <strong>{words}</strong> : words;
    return <Fragment key={n}>{marks.includes('underline') ? <u>{strong}</u> : strong}</Fragment>;
  });
}
