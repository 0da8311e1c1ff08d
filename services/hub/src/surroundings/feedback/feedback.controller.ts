import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, UseGuards } from '@nestjs/common';
import { parse } from '../../http/parse.ts';
import type { Actor } from '../../access/person.ts';
import { Asker, SignedInGuard } from '../../access/signed-in.guard.ts';
import { feedbackQuery, feedbackStep, type FeedbackView } from './feedback.requests.ts';
import { FeedbackService } from './feedback.service.ts';

/** The office's side. */
@Controller('api/v1/feedback')
@UseGuards(SignedInGuard)
export class FeedbackController {
  constructor(@Inject(FeedbackService) private readonly feedback: FeedbackService) {}

  @Get()
  list(
    @Asker() who: Actor,
    @Query() query: unknown,
  ): Promise<{ items: readonly FeedbackView[]; cursor?: string }> {
    return this.feedback.list(who, parse(feedbackQuery, query));
  }

  @Post(':id/steps')
  @HttpCode(200)
  take(@Asker() who: Actor, @Param('id') id: string, @Body() body: unknown): Promise<FeedbackView> {
    return this.feedback.take(who, id.toUpperCase(), parse(feedbackStep, body));
  }
}
