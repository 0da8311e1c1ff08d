import { Body, Controller, Get, Inject, Param, Post, Put, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { parse } from '../../http/parse.ts';
import type { Actor } from '../../access/person.ts';
import { Asker, SignedInGuard } from '../../access/signed-in.guard.ts';
import { columnCode, columnFacts, type ColumnView } from './columns.documents.ts';
import { ColumnsService } from './columns.service.ts';

export const createColumn = columnFacts.extend({ code: columnCode }).meta({ id: 'CreateColumn' });
export const changeColumn = columnFacts
  .extend({ version: z.int().positive(), abolished: z.boolean().default(false) })
  .meta({ id: 'ChangeColumn' });

@Controller('api/v1/columns')
@UseGuards(SignedInGuard)
export class ColumnsController {
  constructor(@Inject(ColumnsService) private readonly columns: ColumnsService) {}

  @Get()
  async list(@Asker() who: Actor): Promise<{ items: readonly ColumnView[] }> {
    return { items: await this.columns.list(who) };
  }

  @Post()
  create(@Asker() who: Actor, @Body() body: unknown): Promise<ColumnView> {
    const { code, ...facts } = parse(createColumn, body);
    return this.columns.create(who, code, facts);
  }

  @Put(':code')
  change(@Asker() who: Actor, @Param('code') code: string, @Body() body: unknown): Promise<ColumnView> {
    const { version, abolished, ...facts } = parse(changeColumn, body);
    return this.columns.change(who, code, version, facts, abolished);
  }
}
