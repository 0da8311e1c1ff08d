import { Body, Controller, HttpCode, Inject, Param, Post, UseGuards } from '@nestjs/common';
import { parse } from '../http/parse.ts';
import type { Actor } from '../access/person.ts';
import { Asker, SignedInGuard } from '../access/signed-in.guard.ts';
import { MovingDesk } from './moving.desk.ts';
import {
  idIn,
  moveRequest,
  reasonRequest,
  repealRequest,
  versionRequest,
  withdrawRequest,
} from './publication.requests.ts';
import type { PublicationView } from './publication.view.ts';
import { PublicationsService } from './publications.service.ts';

/**
 * Going public, and the ways to end: each with words for the public. Parses with the contract, nothing
 * else.
 */
@Controller('api/v1/publications/:id')
@UseGuards(SignedInGuard)
export class ReleasesController {
  constructor(
    @Inject(PublicationsService) private readonly publications: PublicationsService,
    @Inject(MovingDesk) private readonly moving: MovingDesk,
  ) {}

  @Post('publish')
  @HttpCode(200)
  publish(@Asker() who: Actor, @Param('id') id: string, @Body() body: unknown): Promise<PublicationView> {
    return this.publications.act(who, idIn(id), parse(versionRequest, body).version, {
      type: 'publishEdition',
    });
  }

  @Post('unschedule')
  @HttpCode(200)
  unschedule(@Asker() who: Actor, @Param('id') id: string, @Body() body: unknown): Promise<PublicationView> {
    const { version, reason } = parse(reasonRequest, body);
    return this.publications.act(who, idIn(id), version, { type: 'cancelSchedule', reason });
  }

  @Post('move')
  @HttpCode(200)
  move(@Asker() who: Actor, @Param('id') id: string, @Body() body: unknown): Promise<PublicationView> {
    const { version, publishAt } = parse(moveRequest, body);
    return this.moving.move(who, idIn(id), version, publishAt);
  }

  @Post('withdraw')
  @HttpCode(200)
  withdraw(@Asker() who: Actor, @Param('id') id: string, @Body() body: unknown): Promise<PublicationView> {
    const { version, reason, endsNoticeEarly } = parse(withdrawRequest, body);
    return this.publications.act(who, idIn(id), version, {
      type: 'withdrawPublication',
      reason,
      endsNoticeEarly,
    });
  }

  @Post('expire')
  @HttpCode(200)
  expire(@Asker() who: Actor, @Param('id') id: string, @Body() body: unknown): Promise<PublicationView> {
    const { version, reason } = parse(reasonRequest, body);
    return this.publications.act(who, idIn(id), version, { type: 'expirePublication', reason });
  }

  @Post('lift')
  @HttpCode(200)
  lift(@Asker() who: Actor, @Param('id') id: string, @Body() body: unknown): Promise<PublicationView> {
    const { version, reason } = parse(reasonRequest, body);
    return this.publications.act(who, idIn(id), version, { type: 'liftWarning', reason });
  }

  @Post('repeal')
  @HttpCode(200)
  repeal(@Asker() who: Actor, @Param('id') id: string, @Body() body: unknown): Promise<PublicationView> {
    const { version, reason, basis, successor } = parse(repealRequest, body);
    return this.publications.act(who, idIn(id), version, {
      type: 'repealPublication',
      reason,
      basis,
      successor,
    });
  }

  @Post('archive')
  @HttpCode(200)
  archive(@Asker() who: Actor, @Param('id') id: string, @Body() body: unknown): Promise<PublicationView> {
    const { version, reason } = parse(reasonRequest, body);
    return this.publications.act(who, idIn(id), version, { type: 'archivePublication', reason });
  }
}
