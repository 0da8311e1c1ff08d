import type { FormInstance } from 'antd';
import { useEffect, useRef } from 'react';
import type { Channel } from '../api/hub.types.ts';
import { plain } from './filled.ts';
import { proposedOf, type Proposal } from './proposals.ts';
import type { Written } from './written.ts';

type Usual = Pick<Written, 'channels' | 'audience' | 'lane'>;

/**
 * What is usual for the type unless the editor says otherwise; shown ticked, so that nobody has to guess. What
 * says something else than what was usual last was chosen, by hand or by a text that was taken up again.
 */
export function useUsual(
  form: FormInstance<Written>,
  known: { readonly channels: readonly Channel[] | undefined; readonly usual: Proposal | undefined },
  isNew: boolean,
  onSet: (usual: Partial<Usual>) => void,
): void {
  const { channels, usual } = known;
  const last = useRef<Partial<Usual>>({ lane: 'normal' });
  useEffect(() => {
    const ids = channels?.map((c) => c.id);
    const all = ids === undefined || usual === undefined ? ids : proposedOf(usual, ids);
    const next: Partial<Usual> = {
      ...(all === undefined ? {} : { channels: [...all] }),
      ...(usual === undefined || !isNew ? {} : { audience: usual.audience.value, lane: usual.lane.value }),
    };
    const followed = Object.entries(next).filter(([key]) => {
      const name = key as keyof Usual;
      const now: unknown = form.getFieldValue(name);
      return now === undefined || (isNew && plain(now) === plain(last.current[name]));
    });
    last.current = { ...last.current, ...next };
    if (followed.length === 0) return;
    const set = Object.fromEntries(followed) as Partial<Usual>;
    form.setFieldsValue(set);
    onSet(set);
  }, [channels, usual, isNew, form, onSet]);
}
