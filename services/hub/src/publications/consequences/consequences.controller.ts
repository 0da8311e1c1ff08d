import { Controller, Get, Inject, Param, Query, UseGuards } from '@nestjs/common';
import { parse } from '../../http/parse.ts';
import type { Actor } from '../../access/person.ts';
import { Asker, SignedInGuard } from '../../access/signed-in.guard.ts';
import { idIn } from '../publication.requests.ts';
import { ConsequencesDesk } from './consequences.desk.ts';
import { consequencesQuery, type Consequences } from './consequences.view.ts';

/** What an act will bring about, before it is taken. Parses with the contract, nothing else. */
@Controller('api/v1/publications/:id/consequences')
@UseGuards(SignedInGuard)
export class ConsequencesController {
  constructor(@Inject(ConsequencesDesk) private readonly desk: ConsequencesDesk) {}

  @Get()
  of(@Asker() who: Actor, @Param('id') id: string, @Query() query: unknown): Promise<Consequences> {
    return this.desk.of(who, idIn(id), parse(consequencesQuery, query).act);
  }
}
