import { Body, Controller, Get, Header, Inject, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { parse } from '../../http/parse.ts';
import type { Actor } from '../../access/person.ts';
import { Asker, SignedInGuard } from '../../access/signed-in.guard.ts';
import { capLimit } from './cap.schema.ts';
import type { WarningList } from './warning.book.ts';
import type { Relayed, Remembered } from './warning.office.ts';
import { WarningsService } from './warnings.service.ts';

export const relayRequest = z
  .strictObject({ xml: z.string().min(1).max(capLimit) })
  .meta({ id: 'RelayWarning' });
export const warningsQuery = z.strictObject({
  after: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

@Controller('api/v1/warnings')
@UseGuards(SignedInGuard)
export class WarningsController {
  constructor(@Inject(WarningsService) private readonly warnings: WarningsService) {}

  @Post()
  async relay(
    @Asker() who: Actor,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Relayed | Remembered> {
    const relayed = await this.warnings.relay(who, parse(relayRequest, body).xml);
    reply.status('id' in relayed ? 201 : 202);
    return relayed;
  }

  @Get()
  list(@Query() query: unknown): Promise<WarningList> {
    const { limit, after } = parse(warningsQuery, query);
    return this.warnings.list(limit, after);
  }

  @Get(':identifier/cap')
  @Header('content-type', 'application/cap+xml; charset=utf-8')
  original(@Param('identifier') identifier: string): Promise<string> {
    return this.warnings.original(identifier);
  }
}
