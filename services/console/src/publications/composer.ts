import { Form } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { SourceReading } from '../api/hub.types.ts';
import { useTypes } from '../columns/columns.ts';
import { useChannels } from '../channels/channels.ts';
import { useSaving, type Writing } from './draft.saving.ts';
import { useEditingLock } from './editing.lock.ts';
import type { Attachment } from './file.buttons.tsx';
import { useForm } from './matter.fields.tsx';
import { proposedOf } from './proposals.ts';
import { newestOf, usePreviews } from './publications.ts';
import { asHanded, asPreviewed, asWritten, type Previewed, type Written } from './written.ts';

/** How long (ms) nothing is typed before the channels are asked again. */
const pauseMs = 400;

/** Nothing is drawn of a page that is still empty. */
const hasWords = (written: Written | undefined): written is Written =>
  written?.body?.document !== null && written?.body?.document !== undefined;

/** All that the write page knows: the form, what stands in it, and how it would look. */
export function useComposer(writing: Writing) {
  const [form] = Form.useForm<Written>();
  const before = writing.purpose === 'new' ? undefined : writing.before;
  const kept = newestOf(before)?.content;
  const [attachments, setAttachments] = useState<readonly Attachment[]>([]);
  const channels = useChannels();
  const lock = useEditingLock(writing.purpose === 'edit' ? before?.id : undefined);
  const saving = useSaving(writing);
  const written = Form.useWatch([], form) as Written | undefined;
  const types = useTypes();
  const usual = types.data?.find((t) => t.code === written?.matter?.type)?.goes;
  const fields = useForm(written?.matter?.type, written?.matter?.item);
  const lists = useMemo(
    () => (fields.data ?? []).filter((f) => f.kind === 'list').map((f) => f.key),
    [fields.data],
  );
  const beside = useMemo(() => ({ kept, attachments, lists }), [kept, attachments, lists]);
  const [source, setSource] = useState<Previewed | null>(
    before === undefined ? null : asPreviewed(asWritten(before), beside),
  );
  /** What a text says of itself goes into the fields; what it does not say stays as it is. */
  const fillIn = ({ title, header, losses }: SourceReading): void =>
    form.setFieldsValue({
      losses: [...losses],
      ...(title === null ? {} : { title }),
      ...(header.issuer === undefined ? {} : { issuer: header.issuer }),
      ...(header.documentNumber === undefined ? {} : { documentNumber: header.documentNumber }),
      ...(header.writtenOn === undefined ? {} : { writtenOn: header.writtenOn }),
    });

  // What is usual for the type unless the editor says otherwise; shown ticked, so that nobody has to guess.
  useEffect(() => {
    const ids = channels.data?.map((c) => c.id);
    const all = ids === undefined || usual === undefined ? ids : proposedOf(usual, ids);
    const untouched = before === undefined && !form.isFieldTouched('channels');
    if (all !== undefined && (untouched || form.getFieldValue('channels') === undefined))
      form.setFieldValue('channels', all);
    if (usual === undefined || before !== undefined) return;
    if (!form.isFieldTouched('audience')) form.setFieldValue('audience', usual.audience.value);
    if (!form.isFieldTouched('lane')) form.setFieldValue('lane', usual.lane.value);
  }, [channels.data, usual, before, form]);

  useEffect(() => {
    const wait = setTimeout(
      () => setSource(hasWords(written) ? asPreviewed(written, beside) : null),
      pauseMs,
    );
    return () => clearTimeout(wait);
  }, [written, beside]);

  const save = (values: Written): void => {
    const handed = asHanded(values, beside);
    saving.mutate({
      handed,
      reason: values.reason ?? '',
      hidesEarlier: values.hidesEarlier ?? false,
      takeOver: lock.isSuccess,
    });
  };
  const chosen = written?.channels ?? channels.data?.map((c) => c.id) ?? [];
  const previews = usePreviews(source);
  return {
    form,
    before,
    channels,
    lock,
    saving,
    save,
    attachments,
    setAttachments,
    source,
    previews,
    chosen,
    usual,
    fillIn,
    written,
  };
}
export type Composing = ReturnType<typeof useComposer>;
