import { Controller, Get, Inject, UseGuards } from '@nestjs/common';
import type { Actor } from '../access/person.ts';
import { Asker, SignedInGuard } from '../access/signed-in.guard.ts';
import type { WaitingPublication } from './publication.view.ts';
import { ReviewQueue } from './review.queue.ts';

@Controller('api/v1/reviews')
@UseGuards(SignedInGuard)
export class ReviewQueueController {
  constructor(@Inject(ReviewQueue) private readonly queue: ReviewQueue) {}

  @Get()
  async mine(@Asker() who: Actor): Promise<{ items: readonly WaitingPublication[] }> {
    return { items: await this.queue.of(who) };
  }
}
