import { useCallback, useEffect, useState } from 'react';
import { useUnsaved } from '../frame/unsaved.ts';
import type { Copy } from '../unsaved/copy.ts';
import { dropCopies } from '../unsaved/copy.store.ts';
import { nameOfItsOwn, rollCall } from '../unsaved/roll.call.ts';
import { tabName } from '../unsaved/tab.ts';
import { Copying, nothingKept, type Kept, type Subject } from './copying.ts';
import type { Writing } from './draft.saving.ts';
import type { Beginning, Filled } from './filled.ts';
import { discard, offeredCopies } from './offered.copies.ts';

function subjectOf(writing: Writing, person: string): Subject {
  const { purpose } = writing;
  const subject = writing.purpose === 'new' ? 'new' : `${purpose}/${writing.before.id}`;
  const at =
    writing.purpose === 'new' ? null : { id: writing.before.id, purpose: writing.purpose, tab: tabName() };
  return { key: `${person}/${subject}/${nameOfItsOwn()}`, person, subject, at };
}

/**
 * Keeps what is written while it is not saved, asks before it is left, and asks about what was not saved the last
 * time. `form` is null until the form is there.
 */
export function useCopies(
  { writing, person }: { readonly writing: Writing; readonly person: string },
  form: Filled | null,
  beginning: Beginning,
  onLocked: () => void,
) {
  const [kept, setKept] = useState<Kept>(nothingKept);
  const [of] = useState(() => subjectOf(writing, person));
  const [copying] = useState(
    () =>
      new Copying(of, (now, isLocked) => {
        setKept(now);
        if (isLocked) onLocked();
      }),
  );
  useUnsaved(copying.isUnsaved);
  useEffect(() => {
    if (form !== null) copying.change(form, beginning);
  }, [form, beginning, copying]);
  useEffect(() => {
    const leave = rollCall().enter(of.key);
    addEventListener('pagehide', copying.flush);
    addEventListener('visibilitychange', copying.flush);
    return () => {
      removeEventListener('pagehide', copying.flush);
      removeEventListener('visibilitychange', copying.flush);
      copying.close();
      leave();
    };
  }, [copying, of]);
  return { kept, copying, offers: useOffers(of, beginning.base, copying) };
}

function useOffers(of: Subject, standing: Filled, copying: Copying) {
  const [offered, setOffered] = useState<readonly Copy<Filled>[]>([]);
  // what stood there when the page was opened
  const [opened] = useState(standing);
  useEffect(() => {
    let isHere = true;
    void offeredCopies(of, opened).then((found) => {
      if (isHere) setOffered(found);
    });
    return () => {
      isHere = false;
    };
  }, [of, opened]);
  const without = useCallback(
    (copy: Copy<Filled>) => setOffered((all) => all.filter((one) => one !== copy)),
    [],
  );
  return {
    offered,
    /** What was restored is kept under the key of this page from now on. */
    restored: async (copy: Copy<Filled>, beginning: Beginning) => {
      const instead = await copying.aside();
      setOffered((all) => [...(instead === null ? [] : [instead]), ...all.filter((one) => one !== copy)]);
      copying.change(copy.form, beginning);
      await copying.flush();
      await dropCopies([copy.key]).catch(() => undefined);
    },
    discard: (copy: Copy<Filled>) => {
      without(copy);
      void discard(copy, of).catch(() => undefined);
    },
  };
}
