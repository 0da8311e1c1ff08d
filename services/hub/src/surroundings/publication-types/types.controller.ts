import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { finding, type Finding } from '../../http/problem.ts';
import { parse } from '../../http/parse.ts';
import { SignedInGuard } from '../../access/signed-in.guard.ts';
import { matter } from '../../publications/publication.terms.ts';
import { formField, publicationType, type FormField, type PublicationType } from './publication.type.ts';
import { TypesDesk } from './types.desk.ts';

export const formQuery = z.strictObject({ item: z.string().max(40).optional() });
export const checkFields = z
  .strictObject({ item: z.string().max(40).nullable().default(null), fields: matter.shape.fields })
  .meta({ id: 'CheckFields' });
export const typeList = z.object({ items: z.array(publicationType) });
export const form = z.object({ fields: z.array(formField) });
export const findings = z.object({ findings: z.array(finding) });

@Controller('api/v1/publication-types')
@UseGuards(SignedInGuard)
export class TypesController {
  constructor(@Inject(TypesDesk) private readonly types: TypesDesk) {}

  @Get()
  list(): { items: readonly PublicationType[] } {
    return { items: this.types.all };
  }

  @Get(':code/form')
  async form(
    @Param('code') code: string,
    @Query() query: unknown,
  ): Promise<{ fields: readonly FormField[] }> {
    return { fields: await this.types.form(code, parse(formQuery, query).item ?? null) };
  }

  @Post(':code/check')
  @HttpCode(200)
  async check(@Param('code') code: string, @Body() body: unknown): Promise<{ findings: readonly Finding[] }> {
    const { item, fields } = parse(checkFields, body);
    return { findings: await this.types.check({ type: code, column: '', item, fields }) };
  }
}
