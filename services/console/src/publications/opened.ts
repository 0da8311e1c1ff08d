import { useState } from 'react';
import type { Publication } from '../api/hub.types.ts';
import { usePublication } from './publications.ts';

interface Opened {
  /** Absent until the hub has answered. */
  readonly opened: Publication | undefined;
  readonly error: Error | null;
}

/**
 * A publication as it was when it was opened for writing. What the hub tells later does not move it: an edit
 * names the version and the text that it started from, so that the hub sees when somebody else was faster.
 */
export function useOpened(id: string | undefined): Opened {
  const { data, error, isFetching } = usePublication(id);
  const [opened, setOpened] = useState<Publication>();
  // What another page left behind may be old: the answer that is under way is waited for, once.
  if (opened === undefined && data !== undefined && !isFetching) setOpened(data);
  return { opened, error };
}
