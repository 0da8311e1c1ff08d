import { refused, type Decision } from '../publication.commands.ts';
import type { Terms } from '../publication.terms.ts';

/**
 * House rule: what is urgent, and every warning, says until when, as a warning that is relayed does (CAP 1.2
 * `expires`). Otherwise it stands in public for ever once nobody remembers to end it.
 */
export const unlessEndless = (
  { lane, matter, schedule }: Pick<Terms, 'lane' | 'matter' | 'schedule'>,
  then: () => Decision,
): Decision =>
  schedule.expiresAt === null && (lane === 'urgent' || matter.type === 'warning') ? endless : then();

const endless = refused(
  'no-expiry',
  '应急信息和预警须写明失效时间，否则发出后无人知道何时终止；请填写“到期失效”',
);
