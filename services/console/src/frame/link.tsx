import { createLink, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { addressOf, type Route } from './route.ts';
import './rows.css';

interface Props {
  readonly to: Route;
  readonly children: ReactNode;
}

/** A real link to a page: it opens in a new tab, can be copied, and changes the page without loading it anew. */
export const PageLink = ({ to, children }: Props) => <Link to={addressOf(to)}>{children}</Link>;

/** The same, and all of the row it stands in leads there. */
export const RowLink = ({ to, children }: Props) => (
  <Link to={addressOf(to)} className="towncrier-row-link">
    {children}
  </Link>
);

/** For the rows of a table that have such a link. */
export const linkedRow = () => ({ className: 'towncrier-row' });

/** A link in the shape of a button. */
export const LinkButton = createLink(Button);
