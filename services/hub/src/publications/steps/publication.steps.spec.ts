import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person } from '../../access/person.ts';
import { role } from '../../access/role.ts';
import type { Question } from '../../access/steps/question.ts';
import type { Step } from '../../access/steps/step.ts';
import { bodyKinds, kindOf, readAs, unasked } from '../../testing/step.bodies.ts';
import { live, lookingAt, minute, names, scripts, wishes } from '../../testing/random.story.ts';
import { approved, hashOf, Story, submitted, termsOf, written } from '../../testing/story.ts';
import type { Command, Unsigned } from '../publication.commands.ts';
import { judge } from '../publication.permissions.ts';
import { sealOf } from '../publication.terms.ts';
import { newest, stateOf, type Publication } from '../publication.ts';
import { publicationSteps } from './publication.steps.ts';

const people: fc.Arbitrary<Person> = fc.record({
  name: fc.constantFrom(...names),
  title: fc.constant('某人'),
  roles: fc.subarray(role.options, { minLength: 1, maxLength: 4 }),
  organisation: fc.constantFrom('kysrmzf', 'kysrmzf', 'kyswj'),
});
const person = (name: string, ...roles: Person['roles']): Person => ({
  name,
  title: name,
  roles,
  organisation: 'kysrmzf',
});

/** Somebody who looks at a publication, and something they may wish for. */
interface Scene {
  readonly state: Publication;
  readonly who: Person;
  readonly wish: Unsigned;
  readonly at: string;
}
/** One life of a publication: the last moment of each state it was in, a minute later. */
const lives: fc.Arbitrary<readonly Scene[]> = fc
  .record({ script: scripts, who: people, wish: wishes })
  .map(({ script, who, wish }) => {
    const lastOf = new Map(live(script).map((state) => [stateOf(state), state]));
    const at = minute(script.length);
    return [...lastOf.values()].map((state) => ({ state, who, wish: lookingAt(state, wish), at }));
  });
const look = ({ who, state, at }: Scene): readonly Step[] => publicationSteps(who, state, at);
const answerTo = ({ who, state, at }: Scene, command: Unsigned) =>
  judge(who, { ...command, by: who.name, at } as Command, state);

/** A person's answer to a question, of the shortest kind. */
function answered(question: Question): readonly [string, unknown][] {
  switch (question.kind) {
    case 'line':
    case 'text':
      return [[question.name, '理'.repeat(question.longest)]];
    case 'number':
      return [[question.name, question.to]];
    case 'date':
      return [[question.name, question.from ?? '2026-11-24']];
    case 'choice':
    case 'buttons':
      return [[question.name, question.choices.at(-1)?.value]];
    case 'deny-code':
      return [[question.name, 'N15']];
    case 'consent':
    case 'switch':
      return [[question.name, true]];
    case 'rows':
      return [[question.name, question.known]];
    case 'form':
      return [];
  }
}

/** Takes a step with the answers it asks for. */
function take(scene: Scene, step: Step) {
  const answers = Object.fromEntries(step.ask.flatMap(answered));
  const body = { version: scene.state.revision, ...step.given, ...answers };
  return answerTo(scene, readAs(step.act, body, scene.state));
}

/** Which step a command would have been; null for what is no button. */
function actOf(command: Unsigned, state: Publication): string | null {
  switch (command.type) {
    case 'createPublication':
    case 'wake':
      return null;
    case 'answerComment':
      return `comments/${command.comment}/replies`;
    case 'settleComment':
      return `comments/${command.comment}/settle ${command.as}`;
    case 'reviewAfterwards':
      return `urgent/review edition/${command.edition}`;
    case 'correctPublication':
      // another warning than the one that is passed on comes by way of the warnings
      return command.terms.relayed === newest(state).relayed ? 'correct' : null;
    case 'liftWarning':
      return newest(state).matter.type === 'warning' ? 'lift' : null;
    default:
      return actNames[command.type];
  }
}
const actNames = {
  editDraft: 'edit',
  checkLosses: 'losses/check',
  submitEdition: 'submit',
  claimReview: 'claim',
  approveEdition: 'approve',
  clearEdition: 'clear',
  referEdition: 'refer',
  returnEdition: 'return',
  makeComment: 'comments',
  publishEdition: 'publish',
  cancelSchedule: 'unschedule',
  requestUrgentRelease: 'urgent',
  confirmUrgentRelease: 'urgent/confirm',
  withdrawPublication: 'withdraw',
  expirePublication: 'expire',
  repealPublication: 'repeal',
  archivePublication: 'archive',
} as const;
const nameOf = (step: Step): string => {
  if (step.act.endsWith('/settle')) return `${step.act} ${String(step.given['as'])}`;
  return step.act === 'urgent/review' ? `${step.act} ${step.about}` : step.act;
};

/** Every command with the hashes that stand there, sensible or not. */
function universe(state: Publication): readonly Unsigned[] {
  const current = newest(state);
  const seen = { contentHash: current.contentHash, seal: sealOf(current) };
  const reason = '理由';
  const answered = current.comments.map(({ id: comment }): Unsigned => ({
    type: 'answerComment',
    comment,
    words: reason,
  }));
  const settled = current.comments.flatMap(({ id: comment }) =>
    (['resolved', 'waived'] as const).map((as): Unsigned => ({
      type: 'settleComment',
      comment,
      as,
      words: reason,
    })),
  );
  const afterwards = state.editions.map(({ edition }): Unsigned => ({
    type: 'reviewAfterwards',
    edition,
    verdict: 'faulted',
    words: reason,
  }));
  return [
    { type: 'editDraft', terms: { ...current, lane: 'normal' }, losses: [] },
    { type: 'correctPublication', reason, terms: termsOf('e', { relayed: current.relayed }), losses: [] },
    { type: 'checkLosses' },
    submitted(),
    { type: 'claimReview', takeOver: false },
    { type: 'claimReview', takeOver: true },
    { type: 'approveEdition', ...seen },
    { type: 'clearEdition', ...seen },
    { type: 'referEdition', reason },
    { type: 'returnEdition', reason },
    { type: 'makeComment', block: 2, words: reason },
    ...answered,
    ...settled,
    { type: 'publishEdition' },
    { type: 'cancelSchedule', reason },
    { type: 'requestUrgentRelease', reason, ...unasked },
    { type: 'confirmUrgentRelease', ...seen },
    ...afterwards,
    { type: 'withdrawPublication', reason, endsNoticeEarly: true },
    { type: 'withdrawPublication', reason, endsNoticeEarly: false },
    { type: 'expirePublication', reason },
    { type: 'repealPublication', reason, basis: reason },
    { type: 'liftWarning', reason },
    { type: 'archivePublication', reason },
  ];
}

const always = (property: (scene: Scene) => void): void =>
  fc.assert(
    fc.property(lives, (scenes) => scenes.forEach(property)),
    { numRuns: 300 },
  );

describe('the steps of a publication', { timeout: 60_000 }, () => {
  it('are done when they are allowed and taken at once, with the answers they ask for', () => {
    always((scene) => {
      for (const step of look(scene)) {
        if (step.allowed) expect(take(scene, step), nameOf(step)).toMatchObject({ kind: 'done' });
      }
    });
  });

  it('would be refused with the very words they show when they are not allowed', () => {
    always((scene) => {
      for (const step of look(scene)) {
        if (!step.allowed)
          expect(take(scene, step), nameOf(step)).toMatchObject({ kind: 'refused', words: step.why });
      }
    });
  });

  it('list every command that would succeed', () => {
    always((scene) => {
      const listed = look(scene)
        .filter((s) => s.allowed)
        .map(nameOf);
      for (const command of [...universe(scene.state), scene.wish]) {
        const act = actOf(command, scene.state);
        // taking over from oneself changes nothing
        const own = act === 'claim' && newest(scene.state).claim?.by === scene.who.name;
        if (act !== null && !own && answerTo(scene, command).kind === 'done') expect(listed).toContain(act);
      }
    });
  });

  it('show nobody what no role of theirs could ever do', () => {
    const stranger = fc.constantFrom(...(['operator', 'auditor', 'system-admin'] as const));
    fc.assert(
      fc.property(lives, stranger, (scenes, only) => {
        for (const scene of scenes)
          expect(look({ ...scene, who: { ...scene.who, roles: [only] } })).toEqual([]);
      }),
    );
  });

  it('are tried on scenes in which each of them is allowed, and most are held up', () => {
    const all = fc.sample(lives, { numRuns: 1000, seed: 3 }).flat().flatMap(look);
    const kinds = (allowed: boolean): string[] =>
      [...new Set(all.filter((s) => s.allowed === allowed).map((s) => kindOf(s.act)))].sort();
    expect(kinds(true)).toEqual([...bodyKinds].sort());
    expect(kinds(false)).toEqual(
      expect.arrayContaining(['approve', 'clear', 'edit', 'expire', 'publish', 'urgent/confirm']),
    );
  });
});

describe('a clerk', () => {
  const at = minute(60);
  const waiting = new Story().given('li', written()).given('li', submitted());
  const acts = (who: Person, story: Story): string[] =>
    publicationSteps(who, story.publication, at).flatMap((s) => (s.allowed ? [s.act] : []));

  it('on duty is not offered to give back what they may not', () => {
    const urgent = new Story()
      .given('li', written({ lane: 'urgent' }))
      .given('duty', { type: 'requestUrgentRelease', reason: '预警', ...unasked });
    expect(acts(person('duty2', 'duty-officer'), urgent)).toEqual(['edit', 'urgent', 'urgent/confirm']);
    expect(acts(person('wang', 'first-reviewer'), urgent)).toContain('return');
  });

  it('who edits may remark on a text in any stage before its release', () => {
    expect(acts(person('zhao', 'editor'), waiting)).toContain('comments');
    expect(acts(person('zhao', 'editor'), new Story().given('li', written()))).toContain('comments');
  });

  it('sees why their own text is for somebody else to approve', () => {
    const own = publicationSteps(person('li', 'editor', 'first-reviewer'), waiting.publication, at);
    expect(own.find((s) => s.act === 'approve')).toMatchObject({
      allowed: false,
      label: '一审通过',
      why: expect.stringContaining('您参与撰写'),
    });
  });

  it('sees that a text of another body is theirs to edit', () => {
    const elsewhere = { ...person('zhao', 'editor'), organisation: 'kyswj' };
    expect(publicationSteps(elsewhere, waiting.publication, at)[0]).toMatchObject({
      act: 'edit',
      allowed: false,
      why: expect.stringContaining('所在的单位'),
    });
  });

  it('of one stage is not shown the verdict of another', () => {
    const second = new Story().given('li', written()).given('li', submitted(2)).given('wang', approved());
    expect(acts(person('chen', 'first-reviewer'), second)).toEqual(['comments', 'return']);
    expect(acts(person('chen', 'second-reviewer'), second)).toContain('approve');
  });

  it('names the law’s reason only where one is given for keeping it secret', () => {
    const secrecy = new Story().given('li', written()).given('li', submitted()).given('wang', approved());
    const asks = (who: Person, story: Story): string[] =>
      publicationSteps(who, story.publication, at)
        .find((s) => s.act === 'return')
        ?.ask.map((q) => q.kind) ?? [];
    expect(asks(person('bao', 'secrecy-reviewer'), secrecy)).toEqual(['text', 'deny-code']);
    expect(asks(person('wang', 'first-reviewer'), waiting)).toEqual(['text']);
  });

  it('approves what they saw', () => {
    const steps = publicationSteps(person('wang', 'first-reviewer'), waiting.publication, at);
    const step = steps.find((s) => s.act === 'approve');
    expect(step?.given).toEqual({ contentHash: hashOf('a'), seal: sealOf(waiting.edition) });
  });
});
