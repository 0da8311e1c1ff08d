import { statsSpan, type MovedDelivery, type Stats } from '@towncrier/contracts';
import { Controller, Get, Inject, Query, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { BearerGuard } from '../access/bearer.guard.ts';
import { parse } from '../access/problem.ts';
import { StatsService } from './stats.service.ts';

const statsQuery = z.strictObject({ span: statsSpan.default('24h') });
const movedQuery = z.strictObject({
  minutes: z.coerce.number().int().min(1).max(1440).default(15),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

@Controller('v1/stats')
@UseGuards(BearerGuard)
export class StatsController {
  constructor(@Inject(StatsService) private readonly stats: StatsService) {}

  @Get()
  of(@Query() query: unknown): Stats {
    return this.stats.of(parse(statsQuery, query).span);
  }

  @Get('moved')
  moved(@Query() query: unknown): { items: readonly MovedDelivery[] } {
    const { minutes, limit } = parse(movedQuery, query);
    return { items: this.stats.moved(minutes, limit) };
  }
}
