import { days } from '../request.clock.ts';
import { done, within } from './case.ts';

/** 条例 art. 32: whoever is concerned is heard, within fifteen working days; the clock stands meanwhile. */
export const consult = within<'consult'>(['handling'], (at, { with: whom, kind }) => {
  const { request, calendar, on } = at;
  const dueOn = calendar.addWorkingDays(on, days.consultation);
  const asked = { with: whom, kind, from: on, dueOn, to: null, outcome: null };
  return done(at, { state: 'consulting', consultations: [...request.consultations, asked] });
});

export const endConsultation = within<'endConsultation'>(['consulting'], (at, { outcome }) =>
  done(at, {
    state: 'handling',
    consultations: at.request.consultations.map((c) => (c.to === null ? { ...c, to: at.on, outcome } : c)),
  }),
);
