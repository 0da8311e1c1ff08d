import { Controller, Get, Inject, Param, UseGuards } from '@nestjs/common';
import type { Actor } from '../access/person.ts';
import { Asker, SignedInGuard } from '../access/signed-in.guard.ts';
import type { Changes } from './changes.desk.ts';
import { idIn } from './publication.requests.ts';
import { PublicationsReader } from './publications.reader.ts';

@Controller('api/v1/publications/:id/changes')
@UseGuards(SignedInGuard)
export class ChangesController {
  constructor(@Inject(PublicationsReader) private readonly reader: PublicationsReader) {}

  @Get()
  sinceApproval(@Asker() who: Actor, @Param('id') id: string): Promise<Changes> {
    return this.reader.changes(who, idIn(id));
  }
}
