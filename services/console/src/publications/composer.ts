import { Form } from 'antd';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Publication, SourceReading } from '../api/hub.types.ts';
import { Refused } from '../api/refused.ts';
import { useTypes } from '../columns/columns.ts';
import { useChannels } from '../channels/channels.ts';
import type { Copy } from '../unsaved/copy.ts';
import { useChecking } from '../checks/checking.ts';
import type { Made } from '../templates/templates.ts';
import { useSaving, type Writing } from './draft.saving.ts';
import { useEditingLock } from './editing.lock.ts';
import type { Attachment } from './file.buttons.tsx';
import { beginningOf, isSame, overlaid, type Beginning, type Filled } from './filled.ts';
import { useForm } from './matter.fields.tsx';
import { useMerging } from './merging.ts';
import { usePreviews } from './publications.ts';
import { useCopies } from './copies.ts';
import { useUsual } from './usual.ts';
import {
  asHanded,
  asPreviewed,
  asWritten,
  checkableOf,
  type Begun,
  type Previewed,
  type Written,
} from './written.ts';

/** How long (ms) nothing is typed before the channels are asked again. */
const pauseMs = 400;

/** Nothing is drawn of a page that is still empty. */
const hasWords = (written: Written | undefined): written is Written =>
  written?.body?.document !== null && written?.body?.document !== undefined;

/** All that the write page knows: the form, what stands in it, what becomes of it, and how it would look. */
export function useComposer(writing: Writing, person: string) {
  const before = writing.purpose === 'new' ? undefined : writing.before;
  const page = useWritten(before, writing.purpose === 'new' ? writing.begun : undefined);
  const { form, filled, attachments, beginning, setBeginning } = page;
  const channels = useChannels();
  const lock = useEditingLock(writing.purpose === 'edit' ? before?.id : undefined);
  const { mutate: hold } = lock;
  const unsaved = useCopies({ writing, person }, filled, beginning, () => hold(false));
  const written = Form.useWatch([], form) as Written | undefined;
  const usual = useTypes().data?.find((t) => t.code === written?.matter?.type)?.goes;
  const onUsual = useCallback(
    (set: Partial<Written>) => setBeginning((was) => alsoBegunWith(was, set)),
    [setBeginning],
  );
  const { copying } = unsaved;
  // what the hub would not keep while another tab had the draft
  useEffect(() => {
    if (lock.error === null) copying.resume();
  }, [lock.error, copying]);
  useUsual(form, { channels: channels.data, usual }, before === undefined, onUsual);
  // a correction goes wherever the edition before it went
  const fixed = writing.purpose === 'correct' ? before?.channels : undefined;
  const beside = useBeside(written, { attachments, channels: fixed }, beginning);
  const source = useSource(written, beside, before);
  const previews = usePreviews(source);
  const checking = useChecking(form, checkableOf(source, before?.id), previews.data?.asked);
  const takeUp = useTakingUp(page, unsaved);
  const merging = useMerging(before?.id, takeUp.merged);
  const saving = useSaving(writing, unsaved.copying, (error) => {
    const code = error instanceof Refused ? error.problem.code : '';
    if (code === 'stale') merging.compare({ base: beginning.base, mine: page.now() });
    if (code === 'locked') hold(false);
  });
  const save = (values: Written): void => {
    const { reason = '', hidesEarlier = false } = values;
    merging.reset();
    unsaved.copying.change(page.now(), beginning);
    saving.mutate({ handed: asHanded(values, beside), from: beginning.from, reason, hidesEarlier });
  };
  const restore = (copy: Copy<Filled>): void => {
    takeUp.restored(copy);
    const isOlder = copy.from !== null && copy.from.contentHash !== beginning.from?.contentHash;
    if (isOlder) merging.compare({ base: copy.base, mine: copy.form });
  };
  return {
    ...page,
    before,
    channels,
    lock,
    saving,
    save,
    merging,
    source,
    checking,
    previews,
    chosen: written?.channels ?? fixed ?? channels.data?.map((c) => c.id) ?? [],
    usual,
    written,
    unsaved,
    restore,
    fillIn: (read: SourceReading) => form.setFieldsValue(saidIn(read)),
    beginWith: ({ title, body, matter }: Made) =>
      form.setFieldsValue({ title, matter, losses: [], body: { document: body, media: [] } }),
  };
}
export type Composing = ReturnType<typeof useComposer>;

/** What stands on the page, and what it began from. */
function useWritten(before: Publication | undefined, begun: Begun | undefined) {
  const [form] = Form.useForm<Written>();
  const [attachments, setAttachments] = useState<readonly Attachment[]>([]);
  const [beginning, setBeginning] = useState(() => beginningOf(before, begun));
  // fields that are not drawn now, too: a type brings its own, and takes them away
  const all = Form.useWatch([], { form, preserve: true }) as Written | undefined;
  const filled = useMemo(
    () => (all === undefined ? null : { written: all, attachments }),
    [all, attachments],
  );
  /** At this moment: what is watched comes a moment later. */
  const now = (): Filled => ({ written: form.getFieldsValue(true) as Written, attachments });
  return { form, filled, now, attachments, setAttachments, beginning, setBeginning };
}

/** Puts another text on the page than the one that stands there. */
function useTakingUp(
  { form, now, setAttachments, beginning, setBeginning }: ReturnType<typeof useWritten>,
  { offers, copying }: ReturnType<typeof useCopies>,
) {
  const show = (next: Filled): void => {
    form.setFieldsValue(overlaid(form.getFieldsValue(true) as Written, next.written));
    setAttachments(next.attachments);
  };
  return {
    /** What was not saved the last time, with what it started from. */
    restored: (copy: Copy<Filled>): void => {
      const { base, form: written, from } = copy;
      const isSameText = from === null || from.contentHash === beginning.from?.contentHash;
      const began = isSameText ? beginning : { ...beginning, from, base };
      copying.change(now(), beginning);
      void offers.restored(copy, began);
      show(written);
      setBeginning(began);
    },
    /** One text of two; from now on it stands on what the other one has saved. */
    merged: (next: Filled, theirs: Publication): void => {
      const began = beginningOf(theirs);
      show(next);
      setBeginning(began);
      copying.change(next, began);
    },
  };
}

function useBeside(
  written: Written | undefined,
  {
    attachments,
    channels,
  }: { readonly attachments: readonly Attachment[]; readonly channels: string[] | undefined },
  { kept }: Beginning,
) {
  const fields = useForm(written?.matter?.type, written?.matter?.item);
  const lists = useMemo(
    () => (fields.data ?? []).filter((f) => f.kind === 'list').map((f) => f.key),
    [fields.data],
  );
  return useMemo(() => ({ kept, attachments, lists, channels }), [kept, attachments, lists, channels]);
}

/** What the channels are asked to draw, a moment after it was written. */
function useSource(
  written: Written | undefined,
  beside: ReturnType<typeof useBeside>,
  before: Publication | undefined,
): Previewed | null {
  const [source, setSource] = useState<Previewed | null>(
    before === undefined ? null : asPreviewed(asWritten(before), beside),
  );
  useEffect(() => {
    const wait = setTimeout(
      () => setSource(hasWords(written) ? asPreviewed(written, beside) : null),
      pauseMs,
    );
    return () => clearTimeout(wait);
  }, [written, beside]);
  return source;
}

/** What a text says of itself goes into the fields; what it does not say stays as it is. */
const saidIn = ({ title, header, losses }: SourceReading): Partial<Written> => ({
  losses: [...losses],
  ...(title === null ? {} : { title }),
  ...(header.issuer === undefined ? {} : { issuer: header.issuer }),
  ...(header.documentNumber === undefined ? {} : { documentNumber: header.documentNumber }),
  ...(header.writtenOn === undefined ? {} : { writtenOn: header.writtenOn }),
});

/** What the form filled in by itself is nothing that somebody wrote. */
const alsoBegunWith = (was: Beginning, set: Partial<Written>): Beginning => {
  const base = { ...was.base, written: { ...was.base.written, ...set } };
  return isSame(base, was.base) ? was : { ...was, base };
};
