import { Extension, type Editor } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Finding } from '../api/hub.types.ts';
import type { ModelDocument } from './document.codec.ts';
import { stretchOf } from './finding.place.ts';

/** What was noticed in a document, and which of it is being looked at. */
export interface Noticed {
  readonly findings: readonly Finding[];
  /** The document in which the places are counted; undefined while nothing was checked. */
  readonly body: ModelDocument | undefined;
  readonly shown: Finding | null;
}

const key = new PluginKey<DecorationSet>('findings');

/** Underlines what was noticed. Marks move with the text until it is checked again. */
export const FindingMarks = Extension.create({
  name: 'findingMarks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (tr, before) => {
          const noticed = tr.getMeta(key) as Noticed | undefined;
          return noticed === undefined
            ? before.map(tr.mapping, tr.doc)
            : DecorationSet.create(tr.doc, marksOf(noticed, tr.doc));
        },
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});

function marksOf({ findings, body, shown }: Noticed, doc: Parameters<typeof stretchOf>[0]): Decoration[] {
  if (body === undefined) return [];
  return findings.flatMap((finding) => {
    const at = stretchOf(doc, body, finding);
    if (at === null) return [];
    const attrs = {
      class: `towncrier-finding ${finding.severity ?? 'advise'}${finding === shown ? ' shown' : ''}`,
      title: `${finding.message}${finding.remedy}`,
    };
    return [at.whole ? Decoration.node(at.from, at.to, attrs) : Decoration.inline(at.from, at.to, attrs)];
  });
}

export const mark = (editor: Editor, noticed: Noticed): void =>
  editor.view.dispatch(editor.state.tr.setMeta(key, noticed).setMeta('addToHistory', false));

/** Leads to a place. Whether it is still there. */
export function lead(editor: Editor, body: ModelDocument, finding: Finding): boolean {
  const at = stretchOf(editor.state.doc, body, finding);
  if (at === null) return false;
  if (at.whole) editor.chain().setNodeSelection(at.from).scrollIntoView().focus().run();
  else editor.chain().setTextSelection({ from: at.from, to: at.to }).scrollIntoView().focus().run();
  return true;
}

/** Puts other words at a place, in the marks that stand there. Whether it is still there. */
export function repair(editor: Editor, body: ModelDocument, finding: Finding): boolean {
  const at = stretchOf(editor.state.doc, body, finding);
  if (at === null || at.whole || finding.repair === undefined) return false;
  const { state } = editor;
  const marks = state.doc.resolve(at.from + 1).marks();
  const tr =
    finding.repair === ''
      ? state.tr.delete(at.from, at.to)
      : state.tr.replaceWith(at.from, at.to, state.schema.text(finding.repair, marks));
  editor.view.dispatch(tr.scrollIntoView());
  return true;
}
