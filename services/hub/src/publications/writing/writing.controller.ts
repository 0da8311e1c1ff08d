import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Put,
  Query,
  UseGuards,
} from '@nestjs/common';
import type { Actor } from '../../access/person.ts';
import { Asker, SignedInGuard } from '../../access/signed-in.guard.ts';
import { parse } from '../../http/parse.ts';
import { idIn, lockRequest, unlockQuery } from '../publication.requests.ts';
import type { Lock } from './editing.locks.ts';
import { workingCopyRequest } from './working.copy.ts';
import { WritingDesk, type Kept, type Own } from './writing.desk.ts';

/** What goes on around a text before it is saved: who has it open, and what they have written so far. */
@Controller('api/v1/publications/:id')
@UseGuards(SignedInGuard)
export class WritingController {
  constructor(@Inject(WritingDesk) private readonly desk: WritingDesk) {}

  @Put('lock')
  lock(@Asker() who: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Lock> {
    const { takeOver, tab = '' } = parse(lockRequest, body);
    return this.desk.lock(who, idIn(id), tab, takeOver);
  }

  @Delete('lock')
  @HttpCode(204)
  unlock(@Asker() who: Actor, @Param('id') id: string, @Query() query: unknown): Promise<void> {
    const { tab = '' } = parse(unlockQuery, query);
    return this.desk.unlock(who, idIn(id), tab);
  }

  @Put('working-copy')
  keep(@Asker() who: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Kept> {
    return this.desk.keep(who, idIn(id), parse(workingCopyRequest, body));
  }

  @Get('working-copy')
  own(@Asker() who: Actor, @Param('id') id: string): Promise<Own> {
    return this.desk.own(who, idIn(id));
  }

  @Delete('working-copy')
  @HttpCode(204)
  drop(@Asker() who: Actor, @Param('id') id: string): Promise<void> {
    return this.desk.drop(who, idIn(id));
  }
}
