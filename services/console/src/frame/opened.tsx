import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSaid, type Words } from './saved.ts';

/** Which row of a list is open beside it; kept in the address, so that it can be linked to. */
export function useOpened() {
  const { open } = useSaid();
  const navigate = useNavigate();
  const close = (): void =>
    void navigate({
      to: '.',
      search: (said: Words) => without(said),
      state: true,
    });
  return { open, close };
}

const without = ({ open: _open, ...rest }: Words) => rest;

interface Props {
  /** The row by its key in the list. */
  readonly of: string;
  readonly children: ReactNode;
}

/** A link to the list with this row open beside it. */
export const OpenLink = ({ of, children }: Props) => (
  <Link to="." search={(said: Words) => ({ ...said, open: of })} state className="towncrier-row-link">
    {children}
  </Link>
);
