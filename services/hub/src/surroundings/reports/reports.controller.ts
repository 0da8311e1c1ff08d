import { Controller, Get, Inject, Query, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { parse } from '../../http/parse.ts';
import type { Actor } from '../../access/person.ts';
import { Asker, SignedInGuard } from '../../access/signed-in.guard.ts';
import type { EditorialReport } from './editorial.report.ts';
import { ReportsService } from './reports.service.ts';

export const monthQuery = z.strictObject({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) });

@Controller('api/v1/reports')
@UseGuards(SignedInGuard)
export class ReportsController {
  constructor(@Inject(ReportsService) private readonly reports: ReportsService) {}

  @Get('editorial')
  editorial(@Asker() who: Actor, @Query() query: unknown): Promise<EditorialReport> {
    return this.reports.editorial(who, parse(monthQuery, query).month);
  }
}
