import { Node, type Extensions } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { Link } from '@tiptap/extension-link';
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { Text } from '@tiptap/extension-text';
import { Underline } from '@tiptap/extension-underline';

/** An attribute that is kept and not shown. */
const kept = { default: null, rendered: false };
const blockId = { id: kept };

/** What stands in one piece: a picture, key facts, a contact, a file, a line across. */
export const pieces = ['image', 'keyFacts', 'contact', 'attachment', 'divider'] as const;
export type Piece = (typeof pieces)[number];
const attributesOf: Readonly<Record<Piece, readonly string[]>> = {
  image: ['media', 'alt', 'caption', 'source', 'focus'],
  keyFacts: ['facts'],
  contact: ['name', 'phone', 'address', 'hours'],
  attachment: ['name', 'href', 'bytes'],
  divider: [],
};

/** A piece as the model has it. How it is shown and filled in is added by whoever shows it. */
export const pieceNode = (name: Piece): Node =>
  Node.create({
    name,
    group: 'block',
    atom: true,
    draggable: true,
    addAttributes: () => ({
      ...(name === 'divider' ? {} : blockId),
      ...Object.fromEntries(attributesOf[name].map((key) => [key, kept])),
    }),
    parseHTML: () => [{ tag: `div[data-piece="${name}"]` }],
    renderHTML: () => ['div', { 'data-piece': name }],
  });

const Quote = Node.create({
  name: 'quote',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => blockId,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: () => ['blockquote', 0],
});

/** In a cell, too, a line is broken and no cell is made. */
const brokenByEnter = {
  addKeyboardShortcuts(this: {
    editor: { commands: { setHardBreak: () => boolean }; isActive: (n: string) => boolean };
  }) {
    return {
      Enter: () => {
        const inCell = this.editor.isActive('tableCell') || this.editor.isActive('tableHeader');
        return inCell && this.editor.commands.setHardBreak();
      },
    };
  },
};

/**
 * The closed document model of the contracts as a schema of ProseMirror: the same names, the same attributes,
 * nothing besides. Cells hold text, as those of the model do.
 */
export const modelExtensions: Extensions = [
  Document,
  Text,
  Paragraph.extend({
    addAttributes: () => ({
      ...blockId,
      align: {
        default: null,
        parseHTML: () => null,
        renderHTML: ({ align }: Record<string, unknown>) =>
          typeof align === 'string' ? { style: `text-align: ${align}` } : {},
      },
    }),
  }),
  Heading.extend({
    addAttributes() {
      return { ...this.parent?.(), ...blockId };
    },
  }).configure({ levels: [2, 3, 4, 5] }),
  HardBreak,
  Bold,
  Underline,
  Link.configure({ openOnClick: false, autolink: false, protocols: ['mailto', 'tel'] }).extend({
    addAttributes: () => ({ href: { default: null } }),
  }),
  BulletList.extend({ addAttributes: () => ({ ...blockId, start: kept }) }),
  OrderedList.extend({
    addAttributes() {
      return { ...this.parent?.(), ...blockId };
    },
  }),
  ListItem.extend({ content: 'block+' }),
  Quote,
  Table.extend({ addAttributes: () => ({ ...blockId, caption: kept }) }).configure({ resizable: false }),
  TableRow,
  TableCell.extend({ content: 'inline*', ...brokenByEnter }),
  TableHeader.extend({ content: 'inline*' }),
];
