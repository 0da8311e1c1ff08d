import { canonicalJson, minuteInChina } from '@towncrier/content';
import type { EditionContent } from '@towncrier/contracts';
import type { Finding } from '../http/problem.ts';
import type { Clock } from '../ports/hub.parts.ts';
import type { ContentsStore } from './contents.store.ts';
import { publicationOf } from './publication.document.ts';
import { inForceOf, type Publication } from './publication.ts';
import type { PublicationsStore } from './publications.store.ts';

/** How long (ms) a second release of the same words looks like a mistake. House rule. */
const soonMs = 24 * 3_600_000;
/** Publications of the same title that are looked at, the newest first. */
const looked = 20;

/** Notices that the words of an edition went out a moment ago, as another publication. */
export class RepeatDesk {
  constructor(
    private readonly store: Pick<PublicationsStore, 'list'>,
    private readonly contents: Pick<ContentsStore, 'get'>,
    private readonly clock: Clock,
  ) {}

  async findings(publication: Publication, content: EditionContent): Promise<readonly Finding[]> {
    const words = wordsOf(content);
    const since = this.clock().getTime() - soonMs;
    const { items } = await this.store.list({ q: content.title, state: 'released', limit: looked });
    for (const doc of items) {
      const inForce = inForceOf(publicationOf(doc));
      if (doc._id === publication.id || doc.title !== content.title) continue;
      if (inForce?.releasedAt == null || Date.parse(inForce.releasedAt) < since) continue;
      if (wordsOf(await this.contents.get(inForce.contentHash)) === words)
        return [repeated(doc._id, inForce.releasedAt, this.clock())];
    }
    return [];
  }
}

/** What people read: the head of a document has another number each time. */
const wordsOf = ({ title, body }: EditionContent): string => canonicalJson({ title, body });

function repeated(publication: string, releasedAt: string, now: Date): Finding {
  const minutes = Math.max(1, Math.round((now.getTime() - Date.parse(releasedAt)) / 60_000));
  const ago = minutes < 60 ? `${minutes} 分钟前` : `${Math.round(minutes / 60)} 小时前`;
  return {
    rule: 'released-again',
    severity: 'advise',
    field: 'body',
    message: `相同的内容已于 ${ago}（${minuteInChina(releasedAt)}）发布，编号 ${publication}。`,
    remedy: '如属重复，请不要再送审；要改已发布的内容，请在原件上“更正”。',
    publication,
  };
}
