import { Controller, Get, Inject, Query, UseGuards } from '@nestjs/common';
import type { Actor } from '../../access/person.ts';
import { Asker, SignedInGuard } from '../../access/signed-in.guard.ts';
import { parse } from '../../http/parse.ts';
import { agendaQuery, type Agenda } from './agenda.ts';
import { AgendaDesk } from './agenda.desk.ts';
import type { Radar } from './radar.ts';

@Controller('api/v1/agenda')
@UseGuards(SignedInGuard)
export class AgendaController {
  constructor(@Inject(AgendaDesk) private readonly agenda: AgendaDesk) {}

  @Get()
  of(@Asker() who: Actor, @Query() query: unknown): Promise<Agenda> {
    const { from, to } = parse(agendaQuery, query);
    return this.agenda.of(who, from, to);
  }

  @Get('radar')
  radar(@Asker() who: Actor): Promise<Radar> {
    return this.agenda.radar(who);
  }
}
