import { everywhere, type EditionContent } from '@towncrier/contracts';
import { lossFinding, severityOf } from '@towncrier/content';
import type { Finding } from '../http/problem.ts';
import { ProblemError } from '../http/problem.ts';
import { AudienceDesk } from './audience.desk.ts';
import { DraftDesk } from './draft.desk.ts';
import { findingsOf } from './losses/kept.loss.ts';
import type { Answered } from './publication.answers.ts';
import type { Answer } from './channels/rendition.desk.ts';
import { unacceptedIn } from './channels/unaccepted.ts';
import { leftOutOf, missingRequired, requiredFindings, type Missing } from './channels/required.channels.ts';
import { silentIn } from './channels/silent.channels.ts';
import { plainProposal } from './proposal.ts';
import { matterOf } from './terms.desk.ts';
import type { CheckRequest } from './publication.requests.ts';
import { noAnswers, type LeftOut, type SubmissionAnswers } from './submission.answers.ts';
import { omissionFindings } from './channels/omission.findings.ts';
import type { Omitted } from './channels/shown.rendition.ts';
import { channelFindings } from './channels/channel.findings.ts';
import { cutTitles } from './channels/title.proposals.ts';
import { ChannelDirectory } from './channels/channel.directory.ts';
import type { KnownChannel } from './channels/known.channel.ts';
import { ownWordsFindings } from './own-words/own.words.findings.ts';
import { refusalOf } from './submission.refusal.ts';
import { channelsReached, newest, type Passed, type Publication } from './publication.ts';
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
   * @param said what the editor says to what a submission asks
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
    const missing = await this.missing(publication, known);
    const leftOut = leftOutOf(missing, said.leaveOut);
    const open = {
      omissions: [...unacceptedIn(asked.omitted, said.accept, known)],
      silent: [...silentIn(asked.unchecked, said.goOn, known)],
      required: missing.filter(({ channel }) => leftOut.every((one) => one.channel !== channel)),
    };
    const refusal = refusalOf(open);
    if (refusal !== null) throw refusal;
    const accepted = Object.keys(asked.omitted).filter((id) => id in said.accept);
    return { ...asked, accepted, leftOut };
  }

  private async missing(
    publication: Publication,
    known: readonly KnownChannel[],
  ): Promise<readonly Missing[]> {
    const edition = newest(publication);
    const proposal = (await this.answers.usualFor(edition.matter.type)) ?? plainProposal;
    return missingRequired(proposal, edition, known);
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
    const found = await this.answers.findings({ publication, content, matter: matterOf(matter), audience });
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
      this.answers.findings({ publication: publication.id, content, matter, audience }),
      this.audiences.findings(publication),
      this.directory.all(),
      this.repeats.findings(publication, content),
    ]);
    const reached = channelsReached(publication);
    const missing = await this.missing(publication, known);
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
    const problems = answers.flatMap((a) => (a.answered ? a.rendered.problems : []));
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
      unchecked: answers.filter((a) => !a.answered).map((a) => a.rendered.channel),
      omitted: Object.fromEntries(
        answers.flatMap(({ rendered: { channel, omitted } }) =>
          omitted.length === 0 ? [] : [[channel, omitted]],
        ),
      ),
    };
    return { asked, answers };
  }
}
