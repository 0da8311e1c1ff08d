import { Body, Controller, Get, HttpCode, Inject, Post, UseGuards } from '@nestjs/common';
import type { Actor } from '../access/person.ts';
import { Asker, SignedInGuard } from '../access/signed-in.guard.ts';
import { parse } from '../http/parse.ts';
import { ClaimsDesk } from './claims.desk.ts';
import { claimsRequest, type ClaimsAnswer } from './publication.claims.ts';
import type { WaitingPublication } from './publication.view.ts';
import { ReviewQueue } from './review.queue.ts';

@Controller('api/v1/reviews')
@UseGuards(SignedInGuard)
export class ReviewQueueController {
  constructor(
    @Inject(ReviewQueue) private readonly queue: ReviewQueue,
    @Inject(ClaimsDesk) private readonly claims: ClaimsDesk,
  ) {}

  @Get()
  async mine(@Asker() who: Actor): Promise<{ items: readonly WaitingPublication[] }> {
    return { items: await this.queue.of(who) };
  }

  @Post('claims')
  @HttpCode(200)
  claim(@Asker() who: Actor, @Body() body: unknown): Promise<ClaimsAnswer> {
    return this.claims.claim(who, parse(claimsRequest, body));
  }
}
