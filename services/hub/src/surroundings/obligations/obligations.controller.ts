import { Controller, Get, Inject, Query, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { parse } from '../../http/parse.ts';
import { SignedInGuard } from '../../access/signed-in.guard.ts';
import type { Obligation } from './obligations.ts';
import { ObligationsService } from './obligations.service.ts';

export const obligationsQuery = z.strictObject({ year: z.coerce.number().int().min(2000).max(2100) });

@Controller('api/v1/obligations')
@UseGuards(SignedInGuard)
export class ObligationsController {
  constructor(@Inject(ObligationsService) private readonly obligations: ObligationsService) {}

  @Get()
  async list(@Query() query: unknown): Promise<{ items: readonly Obligation[] }> {
    return { items: await this.obligations.of(parse(obligationsQuery, query).year) };
  }
}
