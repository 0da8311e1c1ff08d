import { matrixFilter } from '@towncrier/contracts';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, UseGuards } from '@nestjs/common';
import type { Actor } from '../../access/person.ts';
import { Asker, SignedInGuard } from '../../access/signed-in.guard.ts';
import { parse } from '../../http/parse.ts';
import { BatchesService } from './batches.service.ts';
import { beginRetries, type BatchView, type RetryEstimate } from './operations.requests.ts';

@Controller('api/v1/operations/retries')
@UseGuards(SignedInGuard)
export class BatchesController {
  constructor(@Inject(BatchesService) private readonly batches: BatchesService) {}

  @Get('estimate')
  estimate(@Asker() who: Actor, @Query() query: unknown): Promise<RetryEstimate> {
    return this.batches.estimate(who, parse(matrixFilter, query));
  }

  @Post()
  begin(@Asker() who: Actor, @Body() body: unknown): Promise<BatchView> {
    return this.batches.begin(who, parse(beginRetries, body));
  }

  @Get()
  list(@Asker() who: Actor): Promise<{ items: readonly BatchView[] }> {
    return this.batches.list(who);
  }

  @Get(':id')
  one(@Asker() who: Actor, @Param('id') id: string): Promise<BatchView> {
    return this.batches.one(who, id);
  }

  @Post(':id/pause')
  @HttpCode(200)
  pause(@Asker() who: Actor, @Param('id') id: string): Promise<BatchView> {
    return this.batches.turn(who, id, 'pause');
  }

  @Post(':id/resume')
  @HttpCode(200)
  resume(@Asker() who: Actor, @Param('id') id: string): Promise<BatchView> {
    return this.batches.turn(who, id, 'resume');
  }

  @Post(':id/stop')
  @HttpCode(200)
  stop(@Asker() who: Actor, @Param('id') id: string): Promise<BatchView> {
    return this.batches.turn(who, id, 'stop');
  }
}
