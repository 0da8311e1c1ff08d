import { Controller, Get, Inject, Param, UseGuards } from '@nestjs/common';
import { SignedInGuard } from '../access/signed-in.guard.ts';
import { ChangesDesk, type Changes } from './changes.desk.ts';
import { idIn } from './publication.requests.ts';

@Controller('api/v1/publications/:id/changes')
@UseGuards(SignedInGuard)
export class ChangesController {
  constructor(@Inject(ChangesDesk) private readonly changes: ChangesDesk) {}

  @Get()
  sinceApproval(@Param('id') id: string): Promise<Changes> {
    return this.changes.sinceApproval(idIn(id));
  }
}
