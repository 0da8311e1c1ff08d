import type { OrganisationsService } from '../../access/organisation/organisations.service.ts';
import type { Finding } from '../../http/problem.ts';
import type { Terms } from '../../publications/publication.terms.ts';
import type { AreaTable } from './area.table.ts';
import { unknownCodes } from './audience.codes.ts';

/** Says which codes of places and bodies there are. */
export class AreasDesk {
  constructor(
    readonly table: AreaTable,
    private readonly organisations: Pick<OrganisationsService, 'list'>,
  ) {}

  /** Why an audience cannot be meant, in words; null when it can. */
  async objectionTo(audience: Terms['audience']): Promise<string | null> {
    return unknownCodes(audience, { areas: this.table, organisations: await this.bodies() });
  }

  /** The table may have changed since the audience was chosen. */
  async findings(audience: Terms['audience']): Promise<readonly Finding[]> {
    const message = await this.objectionTo(audience);
    return message === null
      ? []
      : [
          {
            rule: 'audience-unknown-code',
            severity: 'block',
            field: 'audience',
            message: `${message}。`,
            remedy: '请在稿件中重新选择受众。',
            source: '统计用区划代码和机构表',
          },
        ];
  }

  async bodies(): Promise<ReadonlySet<string>> {
    return new Set((await this.organisations.list()).map((o) => o.code));
  }

  /** Codes of bodies by their names, as tables of people have them. */
  async bodiesByName(): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.organisations.list()).map((o) => [o.name, o.code]));
  }
}
