import type { ShownRendition } from './channels/shown.rendition.ts';
import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Inject,
  Param,
  Post,
  Put,
  Query,
  UseGuards,
} from '@nestjs/common';
import { parse } from '../http/parse.ts';
import type { Finding } from '../http/problem.ts';
import type { Actor } from '../access/person.ts';
import { Asker, SignedInGuard } from '../access/signed-in.guard.ts';
import { attemptOf, idempotencyHeader } from './idempotency.key.ts';
import type { ReachView } from './channels/reach.view.ts';
import {
  correctRequest,
  createRequest,
  editRequest,
  idIn,
  listQuery,
  lossesRequest,
  reasonRequest,
  submitRequest,
} from './publication.requests.ts';
import type { PublicationSummary, PublicationView } from './publication.view.ts';
import { PublicationsReader } from './publications.reader.ts';
import { PublicationsService } from './publications.service.ts';

/** Writing and reading. Parses with the contract, nothing else. */
@Controller('api/v1/publications')
@UseGuards(SignedInGuard)
export class PublicationsController {
  constructor(
    @Inject(PublicationsService) private readonly publications: PublicationsService,
    @Inject(PublicationsReader) private readonly reader: PublicationsReader,
  ) {}

  @Post()
  create(
    @Asker() who: Actor,
    @Headers(idempotencyHeader.toLowerCase()) key: unknown,
    @Body() body: unknown,
  ): Promise<PublicationView> {
    const request = parse(createRequest, body);
    return this.publications.create(who, request, { attempt: attemptOf(key, who.name, request) });
  }

  @Get()
  list(
    @Asker() who: Actor,
    @Query() query: unknown,
  ): Promise<{ items: readonly PublicationSummary[]; cursor?: string }> {
    return this.reader.list(who, parse(listQuery, query));
  }

  @Get(':id')
  get(@Asker() who: Actor, @Param('id') id: string): Promise<PublicationView> {
    return this.reader.get(who, idIn(id));
  }

  @Get(':id/renditions')
  async renditions(
    @Asker() who: Actor,
    @Param('id') id: string,
  ): Promise<{ renditions: readonly ShownRendition[] }> {
    return { renditions: await this.reader.renditions(who, idIn(id)) };
  }

  @Get(':id/reach')
  reach(@Asker() who: Actor, @Param('id') id: string): Promise<ReachView> {
    return this.reader.reach(who, idIn(id));
  }

  @Get(':id/findings')
  async findings(@Asker() who: Actor, @Param('id') id: string): Promise<{ findings: readonly Finding[] }> {
    return { findings: await this.reader.findings(who, idIn(id)) };
  }

  @Put(':id/draft')
  edit(@Asker() who: Actor, @Param('id') id: string, @Body() body: unknown): Promise<PublicationView> {
    return this.publications.edit(who, idIn(id), parse(editRequest, body));
  }

  @Post(':id/losses/check')
  @HttpCode(200)
  checkLosses(@Asker() who: Actor, @Param('id') id: string, @Body() body: unknown): Promise<PublicationView> {
    const { version, losses } = parse(lossesRequest, body);
    return this.publications.act(who, idIn(id), version, { type: 'checkLosses', losses });
  }

  @Post(':id/submit')
  @HttpCode(200)
  submit(@Asker() who: Actor, @Param('id') id: string, @Body() body: unknown): Promise<PublicationView> {
    const { version, ...answers } = parse(submitRequest, body);
    return this.publications.submit(who, idIn(id), version, answers);
  }

  @Post(':id/urgent')
  @HttpCode(200)
  urgent(@Asker() who: Actor, @Param('id') id: string, @Body() body: unknown): Promise<PublicationView> {
    const { version, reason } = parse(reasonRequest, body);
    return this.publications.requestUrgent(who, idIn(id), version, reason);
  }

  @Post(':id/correct')
  @HttpCode(200)
  correct(@Asker() who: Actor, @Param('id') id: string, @Body() body: unknown): Promise<PublicationView> {
    return this.publications.correct(who, idIn(id), parse(correctRequest, body));
  }
}
