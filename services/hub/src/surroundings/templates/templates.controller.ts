import { Body, Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { SignedInGuard } from '../../access/signed-in.guard.ts';
import { parse } from '../../http/parse.ts';
import { ProblemError } from '../../http/problem.ts';
import { fillTemplate, type Made } from './fill.template.ts';
import { blank, blanksFilled, template, type Template } from './template.ts';
import { templates } from './templates.ts';

export const templateView = template.pick({ code: true, title: true, blanks: true }).meta({ id: 'Template' });
export const templateList = z.object({ items: z.array(templateView) });
type View = z.infer<typeof templateView>;

const viewOf = ({ code, title, blanks }: Template): View => ({
  code,
  title,
  blanks: blanks.map((one) => blank.parse(one)),
});

@Controller('api/v1/templates')
@UseGuards(SignedInGuard)
export class TemplatesController {
  @Get()
  list(): { items: readonly View[] } {
    return { items: templates.map(viewOf) };
  }

  @Post(':code/fill')
  @HttpCode(200)
  fill(@Param('code') code: string, @Body() body: unknown): Made {
    const { values } = parse(blanksFilled, body);
    const found = templates.find((one) => one.code === code);
    if (found === undefined)
      throw new ProblemError(404, 'not-found', `没有编码为“${code}”的模板；请刷新页面后重新选择`);
    return fillTemplate(found, values);
  }
}
