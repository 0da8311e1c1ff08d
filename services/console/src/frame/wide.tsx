import type { ReactNode } from 'react';

interface Props {
  /** What it is, for readers of screens. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A table in which nothing can be pressed: where it is wider than the page, the keyboard moves it. */
export const Wide = ({ label, children }: Props) => (
  <section className="towncrier-wide" aria-label={label} tabIndex={0}>
    {children}
  </section>
);
