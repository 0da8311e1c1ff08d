import type { Person } from '../../access/person.ts';
import { offered, type Candidate, type Objection } from '../../access/steps/offered.ts';
import type { Step } from '../../access/steps/step.ts';
import type { Command, Decision } from '../publication.commands.ts';
import { decide } from '../publication.decide.ts';
import { isTheirs, judge } from '../publication.permissions.ts';
import type { Publication } from '../publication.ts';
import { isReview, probesOf, type Looking, type Probe } from './publication.offers.ts';

/**
 * What a person may do with a publication at an instant (ISO 8601). No rule stands here: each act is tried
 * against the rules and permissions that decide about it when it is taken.
 */
export function publicationSteps(who: Person, state: Publication, at: string): readonly Step[] {
  const looking = { state, by: who.name, at };
  return tried(who, looking, probesOf(looking));
}

/** Of these steps, what somebody is asked to review; it waits for them while one of them is allowed. */
export function reviewSteps(who: Person, state: Publication, at: string): readonly Step[] {
  const looking = { state, by: who.name, at };
  const reviews = probesOf(looking).filter(({ command }) => isReview(looking, command));
  return tried(who, looking, reviews);
}

const tried = (who: Person, { state, by, at }: Looking, probes: readonly Probe[]): readonly Step[] =>
  offered(
    probes.map(({ offer, command: unsigned }): Candidate => {
      const command = { ...unsigned, by, at } as Command;
      return {
        offer,
        theirs: isTheirs(who, command.type, state),
        rule: objectionIn(decide(command, state)),
        answer: objectionIn(judge(who, command, state)),
      };
    }),
  );

const objectionIn = (decision: Decision): Objection | null =>
  decision.kind === 'refused' ? { code: decision.code, words: decision.words } : null;
