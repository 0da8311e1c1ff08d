import { Body, Controller, HttpCode, Inject, Param, Post, UseGuards } from '@nestjs/common';
import { parse } from '../http/parse.ts';
import type { Actor } from '../access/person.ts';
import { Asker, SignedInGuard } from '../access/signed-in.guard.ts';
import {
  afterwardsRequest,
  answerRequest,
  approveRequest,
  claimRequest,
  commentRequest,
  confirmRequest,
  idIn,
  returnRequest,
  settleRequest,
} from './publication.requests.ts';
import type { PublicationView } from './publication.view.ts';
import { PublicationsService } from './publications.service.ts';

/** What reviewers do with an edition. Parses with the contract, nothing else. */
@Controller('api/v1/publications/:id')
@UseGuards(SignedInGuard)
export class ReviewsController {
  constructor(@Inject(PublicationsService) private readonly publications: PublicationsService) {}

  @Post('claim')
  @HttpCode(200)
  claim(@Asker() who: Actor, @Param('id') id: string, @Body() body: unknown): Promise<PublicationView> {
    const { version, takeOver } = parse(claimRequest, body);
    return this.publications.act(who, idIn(id), version, { type: 'claimReview', takeOver });
  }

  @Post('approve')
  @HttpCode(200)
  approve(@Asker() who: Actor, @Param('id') id: string, @Body() body: unknown): Promise<PublicationView> {
    const { version, contentHash, seal } = parse(approveRequest, body);
    return this.publications.act(who, idIn(id), version, { type: 'approveEdition', contentHash, seal });
  }

  @Post('clear')
  @HttpCode(200)
  clear(@Asker() who: Actor, @Param('id') id: string, @Body() body: unknown): Promise<PublicationView> {
    const { version, contentHash, seal } = parse(approveRequest, body);
    return this.publications.act(who, idIn(id), version, { type: 'clearEdition', contentHash, seal });
  }

  @Post('refer')
  @HttpCode(200)
  refer(@Asker() who: Actor, @Param('id') id: string, @Body() body: unknown): Promise<PublicationView> {
    const { version, reason, code } = parse(returnRequest, body);
    return this.publications.act(who, idIn(id), version, { type: 'referEdition', reason, code });
  }

  @Post('return')
  @HttpCode(200)
  return(@Asker() who: Actor, @Param('id') id: string, @Body() body: unknown): Promise<PublicationView> {
    const { version, reason, code } = parse(returnRequest, body);
    return this.publications.act(who, idIn(id), version, { type: 'returnEdition', reason, code });
  }

  @Post('comments')
  @HttpCode(200)
  comment(@Asker() who: Actor, @Param('id') id: string, @Body() body: unknown): Promise<PublicationView> {
    const { version, ...comment } = parse(commentRequest, body);
    return this.publications.act(who, idIn(id), version, { type: 'makeComment', ...comment });
  }

  @Post('comments/:comment/replies')
  @HttpCode(200)
  answer(
    @Asker() who: Actor,
    @Param('id') id: string,
    @Param('comment') comment: string,
    @Body() body: unknown,
  ): Promise<PublicationView> {
    const { version, words } = parse(answerRequest, body);
    const answer = { type: 'answerComment', comment: Number(comment), words } as const;
    return this.publications.act(who, idIn(id), version, answer);
  }

  @Post('comments/:comment/settle')
  @HttpCode(200)
  settle(
    @Asker() who: Actor,
    @Param('id') id: string,
    @Param('comment') comment: string,
    @Body() body: unknown,
  ): Promise<PublicationView> {
    const { version, as, words } = parse(settleRequest, body);
    return this.publications.act(who, idIn(id), version, {
      type: 'settleComment',
      comment: Number(comment),
      as,
      words,
    });
  }

  @Post('urgent/confirm')
  @HttpCode(200)
  confirmUrgent(
    @Asker() who: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<PublicationView> {
    const { version, ...seen } = parse(confirmRequest, body);
    return this.publications.act(who, idIn(id), version, { type: 'confirmUrgentRelease', ...seen });
  }

  @Post('urgent/review')
  @HttpCode(200)
  reviewAfterwards(
    @Asker() who: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<PublicationView> {
    const { version, edition, verdict, words } = parse(afterwardsRequest, body);
    return this.publications.act(who, idIn(id), version, {
      type: 'reviewAfterwards',
      edition,
      verdict,
      words,
    });
  }
}
