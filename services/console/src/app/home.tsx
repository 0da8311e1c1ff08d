import { Navigate } from '@tanstack/react-router';
import { useSession } from '../session/session.ts';
import { firstOf } from './menu.tsx';
import { NoSuchPage } from './no.page.tsx';

/** At the bare address stands the first page that is open to the person. */
export function Home() {
  const { data: session } = useSession();
  const [first] = session === undefined || session === null ? [] : firstOf(session);
  return first === undefined ? <NoSuchPage /> : <Navigate to={`/${first.key}`} replace />;
}
