import { Body, Controller, Get, HttpCode, Inject, Param, Put, Query, UseGuards } from '@nestjs/common';
import type { Actor } from '../access/person.ts';
import { Asker, SignedInGuard } from '../access/signed-in.guard.ts';
import { parse } from '../http/parse.ts';
import type { Changes } from './changes.desk.ts';
import { changesQuery, idIn } from './publication.requests.ts';
import { PublicationsReader } from './publications.reader.ts';
import { SeenDesk } from './seen/seen.desk.ts';
import { seenRequest } from './seen/seen.text.ts';

/** What is different in a text, and who has seen it. */
@Controller('api/v1/publications/:id')
@UseGuards(SignedInGuard)
export class ChangesController {
  constructor(
    @Inject(PublicationsReader) private readonly reader: PublicationsReader,
    @Inject(SeenDesk) private readonly seen: SeenDesk,
  ) {}

  @Get('changes')
  changes(@Asker() who: Actor, @Param('id') id: string, @Query() query: unknown): Promise<Changes> {
    return this.reader.changes(who, idIn(id), parse(changesQuery, query).against);
  }

  @Put('seen')
  @HttpCode(204)
  saw(@Asker() who: Actor, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    return this.seen.saw(who, idIn(id), parse(seenRequest, body).contentHash);
  }
}
