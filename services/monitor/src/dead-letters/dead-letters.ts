import {
  deadLetters,
  durable,
  everything,
  type DeadLetter,
  type DeadLetterGroup,
  type WholeDeadLetter,
} from '@towncrier/contracts';
import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, UseGuards } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { z } from 'zod';
import { createHash } from 'node:crypto';
import { BearerGuard } from '../access/bearer.guard.ts';
import { parse } from '../access/problem.ts';
import { LettersService } from './letters.service.ts';

const told = z.looseObject({
  data: z.looseObject({
    service: z.string(),
    subject: z.string(),
    cause: z.string(),
    at: z.string(),
    raw: z.string(),
    stream: z.string().optional(),
    sequence: z.int().optional(),
  }),
});
const settling = z.strictObject({ act: z.enum(['again', 'void']), reason: z.string().min(1).max(500) });

@Controller('v1/dead-letters')
export class DeadLettersController {
  constructor(@Inject(LettersService) private readonly letters: LettersService) {}

  @EventPattern(everything(deadLetters), {
    stream: deadLetters.stream,
    durable: durable('monitor', 'dead_letters'),
    slots: 4,
  })
  async keep(@Payload() raw: unknown): Promise<void> {
    const { data: letter } = told.parse(raw);
    const { service, subject, cause, at, stream, sequence } = letter;
    const id = createHash('sha256')
      .update(`${service}|${subject}|${at}|${letter.raw}`)
      .digest('hex')
      .slice(0, 24);
    await this.letters.keep({
      _id: id,
      id,
      service,
      subject,
      cause,
      at,
      excerpt: letter.raw.slice(0, 2000),
      raw: letter.raw,
      ...(stream === undefined ? {} : { stream }),
      ...(sequence === undefined ? {} : { sequence }),
    });
  }

  @Get()
  @UseGuards(BearerGuard)
  async list(): Promise<{ items: readonly DeadLetter[] }> {
    return { items: await this.letters.list() };
  }

  @Get('groups')
  @UseGuards(BearerGuard)
  async groups(): Promise<{ items: readonly DeadLetterGroup[] }> {
    return { items: await this.letters.groups() };
  }

  /** All that is kept of them: for the hub, which passes it on to whoever may have it. */
  @Post('groups/:key/letters')
  @HttpCode(200)
  @UseGuards(BearerGuard)
  async ofKind(@Param('key') key: string): Promise<{ items: readonly WholeDeadLetter[] }> {
    return { items: await this.letters.ofKind(key) };
  }

  @Post(':id/again')
  @HttpCode(202)
  @UseGuards(BearerGuard)
  async again(@Param('id') id: string): Promise<{ requested: string }> {
    await this.letters.again(id);
    return { requested: id };
  }

  @Post(':id/settle')
  @HttpCode(202)
  @UseGuards(BearerGuard)
  async settle(
    @Param('id') id: string,
    @Body() body: unknown,
    @Headers('x-towncrier-person') person: string | undefined,
  ): Promise<{ requested: string }> {
    await this.letters.settle(id, { by: decodeURIComponent(person ?? 'operator'), ...parse(settling, body) });
    return { requested: id };
  }
}
