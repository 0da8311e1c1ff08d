import { Body, Controller, Get, Inject, Ip, Param, Post, Query } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { parse } from '../../http/parse.ts';
import { codeQuery, giveFeedback, type FeedbackStatus } from './feedback.requests.ts';
import { FeedbackService } from './feedback.service.ts';

/** The citizen's side: no sign-in, few calls. */
@Controller('api/public/v1/feedback')
export class PublicFeedbackController {
  constructor(@Inject(FeedbackService) private readonly feedback: FeedbackService) {}

  @Post()
  @RouteConfig({ rateLimit: { max: 5, timeWindow: 600_000 } })
  give(@Body() body: unknown, @Ip() address: string): Promise<{ id: string; code: string }> {
    return this.feedback.give(parse(giveFeedback, body), address);
  }

  @Get(':id')
  @RouteConfig({ rateLimit: { max: 30, timeWindow: 600_000 } })
  status(@Param('id') id: string, @Query() query: unknown): Promise<FeedbackStatus> {
    return this.feedback.status(id.toUpperCase(), parse(codeQuery, query).code);
  }
}
