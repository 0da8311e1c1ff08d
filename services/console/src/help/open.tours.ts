import type { Session } from '../api/hub.types.ts';
import { isOpen, stepOn } from '../session/session.ts';
import { tours, type Tour } from './tours.ts';

/** The tours of what the hub lets a person do. */
export const openTours = (session: Session): readonly Tour[] =>
  tours.filter(({ needs, act }) =>
    act === undefined ? isOpen(session, needs) : stepOn(session, needs, act) !== undefined,
  );
