import { deadLetters, durable, everything, type DeadLetter } from '@towncrier/contracts';
import type { Collection } from '@towncrier/storage';
import { Controller, Get, Inject, UseGuards } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { z } from 'zod';
import { createHash } from 'node:crypto';
import { BearerGuard } from '../access/bearer.guard.ts';
import { LetterNews } from './letter.news.ts';
import type { DeadLetterDoc } from './dead-letter.ts';

export const DEAD_LETTERS = Symbol('DeadLetters');

const told = z.looseObject({
  data: z.looseObject({
    service: z.string(),
    subject: z.string(),
    cause: z.string(),
    at: z.string(),
    raw: z.string(),
  }),
});

@Controller('v1/dead-letters')
export class DeadLettersController {
  constructor(
    @Inject(DEAD_LETTERS) private readonly letters: Collection<DeadLetterDoc>,
    @Inject(LetterNews) private readonly news: LetterNews,
  ) {}

  @EventPattern(everything(deadLetters), {
    stream: deadLetters.stream,
    durable: durable('monitor', 'dead_letters'),
    slots: 4,
  })
  async keep(@Payload() raw: unknown): Promise<void> {
    const { data: letter } = told.parse(raw);
    const id = createHash('sha256')
      .update(`${letter.service}|${letter.subject}|${letter.at}|${letter.raw}`)
      .digest('hex')
      .slice(0, 24);
    const fresh = await this.letters.insert({
      _id: id,
      id,
      service: letter.service,
      subject: letter.subject,
      cause: letter.cause,
      at: letter.at,
      excerpt: letter.raw.slice(0, 2000),
    });
    if (fresh) this.news.tell();
  }

  @Get()
  @UseGuards(BearerGuard)
  async list(): Promise<{ items: readonly DeadLetter[] }> {
    const page = await this.letters.find({ at: { gt: '' } }, { order: { at: 'desc' }, limit: 200 });
    return { items: page.items.map(({ _id, version, ...letter }) => letter) };
  }
}
