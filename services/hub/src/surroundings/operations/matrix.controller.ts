import { matrixFilter } from '@towncrier/contracts';
import { writeCsv } from '@towncrier/tables';
import { Controller, Get, Inject, Query, StreamableFile, UseGuards } from '@nestjs/common';
import type { Actor } from '../../access/person.ts';
import { Asker, SignedInGuard } from '../../access/signed-in.guard.ts';
import { parse } from '../../http/parse.ts';
import { MatrixExport } from './matrix.export.ts';

@Controller('api/v1/operations/matrix')
@UseGuards(SignedInGuard)
export class MatrixController {
  constructor(@Inject(MatrixExport) private readonly matrix: MatrixExport) {}

  @Get('export')
  async export(@Asker() who: Actor, @Query() query: unknown): Promise<StreamableFile> {
    const table = await this.matrix.table(who, parse(matrixFilter, query));
    return new StreamableFile(writeCsv(table), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="deliveries.csv"',
    });
  }
}
