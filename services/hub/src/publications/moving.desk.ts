import type { Actor, Person } from '../access/person.ts';
import { offered } from '../access/steps/offered.ts';
import { form } from '../access/steps/question.ts';
import { offerOf, type Step } from '../access/steps/step.ts';
import type { Clock } from '../ports/hub.parts.ts';
import { publicationOf } from './publication.document.ts';
import { isTheirs, judge, permitCommand } from './publication.permissions.ts';
import { newest, type Publication } from './publication.ts';
import { pick } from './publication.terms.ts';
import type { PublicationView } from './publication.view.ts';
import type { PublicationsService } from './publications.service.ts';
import { problemOf, type PublicationsStore } from './publications.store.ts';
import { moveRelease } from './rules/move.rules.ts';
import { locked, type EditingLocks } from './writing/editing.locks.ts';

/** Gives what is to go out by itself another hour. */
export class MovingDesk {
  constructor(
    private readonly store: PublicationsStore,
    private readonly service: Pick<PublicationsService, 'act'>,
    private readonly locks: EditingLocks,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError 403 · 404 · 409 `stale`, `locked`, the state · 422 for an hour that does not go */
  async move(who: Actor, id: string, version: number, publishAt: string): Promise<PublicationView> {
    const seen = publicationOf(await this.store.at(id, version));
    permitCommand(who, 'editDraft', seen);
    const holder = await this.locks.holder(id, { by: who.name, tab: '' });
    if (holder !== null) throw locked(holder, who.name);
    const moved = moveRelease(seen, publishAt, this.clock().toISOString());
    if (moved.kind === 'refused') throw problemOf(moved);
    const losses = newest(seen).losses ?? [];
    return this.service.act(who, id, version, { type: 'editDraft', terms: moved.terms, losses });
  }
}

/** Whether a person may move it now, or why not though they write such things. */
export function moveStep(who: Person, state: Publication, at: string): Step | null {
  const current = newest(state);
  const edit = {
    type: 'editDraft',
    terms: pick(current),
    losses: current.losses ?? [],
    by: who.name,
    at,
  } as const;
  const answer = judge(who, edit, state);
  const [step] = offered([
    {
      offer: offerOf('move', '改发布时间', { ask: [form] }),
      theirs: isTheirs(who, 'editDraft', state),
      rule: null,
      answer: answer.kind === 'refused' ? answer : null,
    },
  ]);
  return step ?? null;
}

/** What moving it costs, for whoever is about to; null for what nobody has looked at yet. */
export function priceOfMoving(state: Publication): string | null {
  const { state: stage, reviews } = newest(state);
  if (stage === 'draft') return null;
  const passed = reviews.filter((r) => !r.void && r.verdict === 'passed').length;
  const lost = passed === 0 ? '' : `，已通过的 ${passed} 项审核作废`;
  return `发布时间是审核的内容之一：改动后这一版回到草稿${lost}，须重新送审。`;
}
