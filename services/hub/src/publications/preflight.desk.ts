import { everywhere, type EditionContent, type Problem } from '@towncrier/contracts';
import { lossFinding, severityOf } from '@towncrier/content';
import type { Finding } from '../http/problem.ts';
import { ProblemError } from '../http/problem.ts';
import { AudienceDesk } from './audience.desk.ts';
import { DraftDesk, type Preview } from './draft.desk.ts';
import { findingsOf } from './losses/kept.loss.ts';
import type { Answered } from './publication.answers.ts';
import type { Answer } from './channels/rendition.desk.ts';
import { askedFindings } from './channels/asked.findings.ts';
import { acceptanceOf, unacceptedIn } from './channels/unaccepted.ts';
import { leftOutOf, missingRequired, requiredFindings, type Missing } from './channels/required.channels.ts';
import { silentIn } from './channels/silent.channels.ts';
import { plainProposal } from './proposal.ts';
import { matterOf } from './terms.desk.ts';
import type { Terms } from './publication.terms.ts';
import type { CheckRequest, PreviewRequest } from './publication.requests.ts';
import { noAnswers, type LeftOut, type SubmissionAnswers } from './submission.answers.ts';
import { omissionFindings } from './channels/omission.findings.ts';
import type { Omitted } from './channels/shown.rendition.ts';
import { channelFindings } from './channels/channel.findings.ts';
import { cutTitles } from './channels/title.proposals.ts';
import { ChannelDirectory } from './channels/channel.directory.ts';
import type { KnownChannel } from './channels/known.channel.ts';
import { ownWordsFindings } from './own-words/own.words.findings.ts';
import { refusalOf, type Open } from './submission.refusal.ts';
import { channelsReached, lastReleased, newest, type Passed, type Publication } from './publication.ts';
import type { RepeatDesk } from './repeat.desk.ts';

/**
 * What goes to the reviewers: the words under their index number, and what the channels answered about them:
 * the hash of each rendition, what each leaves out, and who did not answer.
 */
export interface Asked {
  readonly numbered: string;
  readonly renditions: Readonly<Record<string, string>>;
  readonly unchecked: readonly string[];
  readonly omitted: Omitted;
  /** Channels of which the editor accepted what they leave out. */
  readonly accepted?: readonly string[] | undefined;
  readonly leftOut?: readonly LeftOut[] | undefined;
}

/** What is urgent is stopped by nothing; what would have stopped an ordinary notice is kept. */
export type UrgentlyAsked = Asked & Required<Passed>;

/** What was noticed in a text, and the text as it was read: places are counted in it. */
export interface Checked {
  readonly findings: readonly Finding[];
  readonly body: EditionContent['body'];
}

/** All that stands between a draft and its reviewers. */
export class PreflightDesk {
  constructor(
    private readonly drafts: DraftDesk,
    private readonly answers: Pick<Answered, 'findings' | 'numberOf' | 'usualFor'>,
    private readonly directory: ChannelDirectory,
    private readonly audiences: AudienceDesk,
    private readonly repeats: RepeatDesk,
  ) {}

  /**
   * @param said what the editor says to what a submission asks; what was accepted of the edition in force is still
   * accepted, as long as it is the same
   * @throws ProblemError 422 `blocked` with findings · 422 `channel-problems` · 422 `omissions-not-accepted`,
   * `channels-silent` or `channels-required`, with all that is still to be said
   */
  async pass(publication: Publication, said: SubmissionAnswers = noAnswers): Promise<Asked> {
    const blocking = (await this.findings(publication)).filter((f) => f.severity === 'block');
    if (blocking.length > 0) {
      throw new ProblemError(
        422,
        'blocked',
        `稿件有 ${blocking.length} 处必须先处理：${blocking
          .slice(0, 3)
          .map((f) => f.message)
          .join('；')}；请按 findings 逐项修改`,
        { findings: blocking },
      );
    }
    return this.confirmed(publication, await this.ask(publication), said);
  }

  /** @throws ProblemError 422 while the editor has not said all that this submission asks */
  private async confirmed(publication: Publication, asked: Asked, said: SubmissionAnswers): Promise<Asked> {
    const known = await this.directory.all();
    const missing = await this.missing(newest(publication), known);
    const leftOut = leftOutOf(missing, said.leaveOut);
    const accept = { ...acceptanceOf(lastReleased(publication) ?? {}), ...said.accept };
    const refusal = refusalOf(openOf({ ...asked, missing }, { ...said, accept }, known));
    if (refusal !== null) throw refusal;
    const accepted = Object.keys(asked.omitted).filter((id) => id in accept);
    return { ...asked, accepted, leftOut };
  }

  private async missing(
    edition: Pick<Terms, 'channels' | 'matter'>,
    known: readonly KnownChannel[],
  ): Promise<readonly Missing[]> {
    const proposal = (await this.answers.usualFor(edition.matter.type)) ?? plainProposal;
    return missingRequired(proposal, edition, known);
  }

  /** Keeps nothing: as every known channel draws it, and what a submission for those that are meant would ask. */
  async preview({ channels, ...given }: PreviewRequest, organisation: string): Promise<Preview> {
    const [{ drawn, answers }, known] = await Promise.all([
      this.drafts.draw(given, organisation),
      this.directory.all(),
    ]);
    const meant = channels ?? answers.map(({ rendered }) => rendered.channel);
    const own = answers.filter(({ rendered }) => meant.includes(rendered.channel));
    const missing = await this.missing({ channels: meant, matter: matterOf(given.matter) }, known);
    const open = openOf({ ...askedIn(own), missing }, noAnswers, known);
    return { ...drawn, asked: askedFindings(open, problemsIn(own), known) };
  }

  /**
   * What would stop an edition that is still being written, and what is worth a look. Keeps nothing.
   * @throws ProblemError 413 · 422
   */
  async check(given: CheckRequest, organisation: string): Promise<Checked> {
    const { publication = null, matter, audience = everywhere, channels, ...source } = given;
    const [{ content, losses }, known] = await Promise.all([
      this.drafts.contentOf({ ...source, matter }, organisation),
      this.directory.all(),
    ]);
    const found = await this.answers.findings({
      ...{ publication, audience },
      content: goingTo(channels, content),
      matter: matterOf(matter),
    });
    const meant = known.filter(({ id }) => channels?.includes(id) ?? true);
    const told = losses.map((one) => ({ severity: severityOf(one), ...lossFinding(one) }));
    const own = ownWordsFindings(content, known, channels);
    return { findings: [...told, ...found, ...own, ...cutTitles(content, meant)], body: content.body };
  }

  /** What stops the newest edition, and what is worth a look. */
  async findings(publication: Publication): Promise<readonly Finding[]> {
    const { contentHash, channels, matter, audience, losses = [], ...asked } = newest(publication);
    const { unchecked = [], notCarried = [], omitted = {}, accepted = [], leftOut = [] } = asked;
    const content = await this.drafts.content(contentHash);
    const [ofContent, ofAudience, known, repeated] = await Promise.all([
      this.answers.findings({
        ...{ publication: publication.id, matter, audience },
        content: goingTo(channels, content),
      }),
      this.audiences.findings(publication),
      this.directory.all(),
      this.repeats.findings(publication, content),
    ]);
    const reached = channelsReached(publication);
    const missing = await this.missing(newest(publication), known);
    const ofChannels = [
      ...ownWordsFindings(content, known, channels),
      ...cutTitles(
        content,
        known.filter(({ id }) => channels.includes(id)),
      ),
      ...requiredFindings(missing, leftOut),
      ...channelFindings({ channels, reached, unchecked, notCarried }, known),
    ];
    return [
      ...findingsOf(losses),
      ...ofContent,
      ...ofAudience,
      ...repeated,
      ...ofChannels,
      ...omissionFindings(omitted, known, accepted),
    ];
  }

  /**
   * A channel that cannot carry the edition stops it here, one that does not answer is noted.
   * @throws ProblemError 422
   */
  async ask(seen: Publication): Promise<Asked> {
    const { asked, answers } = await this.answered(seen);
    const problems = [...problemsIn(answers)];
    if (problems.length === 0) return asked;
    const names = [...new Set(problems.map((p) => p.channel))].join('、');
    throw new ProblemError(
      422,
      'channel-problems',
      `这些渠道无法承载本稿：${names}；请按 problems 逐项修改，或在稿件中去掉该渠道`,
      { problems },
    );
  }

  /** As `ask`, but a channel that cannot carry the edition stops no other. */
  async askUrgently(seen: Publication): Promise<UrgentlyAsked> {
    const [{ asked, answers }, findings] = await Promise.all([this.answered(seen), this.findings(seen)]);
    const notCarried = answers.flatMap(({ answered, rendered: { channel, problems } }) =>
      answered && problems.length > 0
        ? [{ channel, why: problems.map((p) => `${p.message}${p.remedy}`).join(' ') }]
        : [],
    );
    const remarks = findings
      .filter((f) => f.severity === 'block' || f.rule === 'channel-required')
      .map(({ field, message, remedy }) => ({ field, message, remedy }));
    return { ...asked, notCarried, remarks };
  }

  private async answered(
    seen: Publication,
  ): Promise<{ readonly asked: Asked; readonly answers: readonly Answer[] }> {
    const contentHash = await this.drafts.numbered(newest(seen).contentHash, () =>
      this.answers.numberOf(seen),
    );
    const answers = await this.drafts.renditions(seen, 'hash', contentHash);
    const asked = {
      numbered: contentHash,
      renditions: Object.fromEntries(
        answers.flatMap(({ rendered }) =>
          rendered.hash === undefined ? [] : [[rendered.channel, rendered.hash]],
        ),
      ),
      ...askedIn(answers),
    };
    return { asked, answers };
  }
}

/** Without own words of channels that it does not go to: nobody sees them, and nobody has a field to mend them in. */
const goingTo = (channels: readonly string[] | undefined, content: EditionContent): EditionContent =>
  content.ownWords === undefined || channels === undefined
    ? content
    : { ...content, ownWords: content.ownWords.filter(({ channel }) => channels.includes(channel)) };

const problemsIn = (answers: readonly Answer[]): readonly Problem[] =>
  answers.flatMap((a) => (a.answered ? a.rendered.problems : []));

/** Who did not answer, and what the others leave out. */
const askedIn = (answers: readonly Answer[]): Pick<Asked, 'unchecked' | 'omitted'> => ({
  unchecked: answers.filter((a) => !a.answered).map((a) => a.rendered.channel),
  omitted: Object.fromEntries(
    answers.flatMap(({ rendered: { channel, omitted } }) =>
      omitted.length === 0 ? [] : [[channel, omitted]],
    ),
  ),
});

/** What is still to be said. */
function openOf(
  {
    omitted,
    unchecked,
    missing,
  }: Pick<Asked, 'unchecked' | 'omitted'> & { readonly missing: readonly Missing[] },
  said: SubmissionAnswers,
  known: readonly KnownChannel[],
): Open {
  const leftOut = leftOutOf(missing, said.leaveOut);
  return {
    omissions: [...unacceptedIn(omitted, said.accept, known)],
    silent: [...silentIn(unchecked, said.goOn, known)],
    required: missing.filter(({ channel }) => leftOut.every((one) => one.channel !== channel)),
  };
}
