import { z } from 'zod';
import { channelId } from './edition.ts';
import { divisionCode } from './division.ts';
import { groupName, organisationCode, targetId } from './target.ts';
import { venueKind } from './venue.kinds.ts';

const list = <T extends z.ZodType>(of: T) => z.array(of).max(200);

/** Any of these: a target is meant when one of the five lists names it. Empty lists name nothing. */
export const selection = z
  .strictObject({
    areas: list(divisionCode),
    organisations: list(organisationCode),
    venues: list(venueKind),
    groups: list(groupName),
    targets: list(z.strictObject({ channel: channelId, id: targetId })),
  })
  .meta({ id: 'Selection' });
export type Selection = z.infer<typeof selection>;

export const nobody: Selection = { areas: [], organisations: [], venues: [], groups: [], targets: [] };

/**
 * Audience 受众: whom it is meant for. `all` everywhere, the default · `specific` everywhere, for groups of
 * people in the words of the catalogue (公开对象), which name no targets · `some` the targets that the
 * selection names. `except` takes away from any of them.
 */
export const audience = z
  .discriminatedUnion('scope', [
    z.strictObject({ scope: z.literal('all'), except: selection.optional() }),
    z.strictObject({
      scope: z.literal('specific'),
      groups: z.array(z.string().min(1).max(60)).min(1).max(20),
      except: selection.optional(),
    }),
    z.strictObject({ scope: z.literal('some'), of: selection, except: selection.optional() }),
  ])
  .meta({ id: 'Audience' });
export type Audience = z.infer<typeof audience>;

export const everywhere: Audience = { scope: 'all' };
