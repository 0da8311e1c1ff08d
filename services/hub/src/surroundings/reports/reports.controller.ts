import { Controller, Get, Inject, Query, StreamableFile, UseGuards } from '@nestjs/common';
import { writeXlsx } from '@towncrier/tables';
import { z } from 'zod';
import { parse } from '../../http/parse.ts';
import type { Actor } from '../../access/person.ts';
import { Asker, SignedInGuard } from '../../access/signed-in.guard.ts';
import type { EditorialReport } from './editorial.report.ts';
import { reportTable } from './report.table.ts';
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

  @Get('editorial/export')
  async export(@Asker() who: Actor, @Query() query: unknown): Promise<StreamableFile> {
    const { month } = parse(monthQuery, query);
    const table = reportTable(await this.reports.editorial(who, month));
    return new StreamableFile(await writeXlsx(table), {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      disposition: `attachment; filename="report-${month}.xlsx"`,
    });
  }
}
