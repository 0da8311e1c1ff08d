import type { PublicationView } from '../../publications/publication.view.ts';
import type { Known } from './warning.decide.ts';

/** What became of the publication that a warning is, as far as later messages must know. */
export function standingOf(publication: PublicationView): Known {
  const { id, editions, ending, inForce } = publication;
  const is = (standing: Known['standing']): Known => ({ publication: id, standing });
  if (ending !== null) return is(ending.act === 'withdraw' ? 'withdrawn' : 'expired');
  if (inForce === null) return is(editions.at(-1)?.drill === true ? 'drill' : 'pending');
  return is(inForce === 1 ? 'released' : 'corrected');
}
