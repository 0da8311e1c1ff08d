import { matrixFilter, type MatrixPage, type MatrixTotals } from '@towncrier/contracts';
import { Controller, Get, Inject, Query, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { BearerGuard } from '../access/bearer.guard.ts';
import { parse } from '../access/problem.ts';
import { MatrixService } from './matrix.service.ts';

const pageQuery = matrixFilter.extend({
  after: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

@Controller('v1/matrix')
@UseGuards(BearerGuard)
export class MatrixController {
  constructor(@Inject(MatrixService) private readonly matrix: MatrixService) {}

  @Get()
  page(@Query() query: unknown): Promise<MatrixPage> {
    const { after, limit, ...filter } = parse(pageQuery, query);
    return this.matrix.page(filter, after, limit);
  }

  @Get('totals')
  totals(@Query() query: unknown): Promise<MatrixTotals> {
    return this.matrix.totals(parse(matrixFilter, query));
  }
}
