import type { Rendered } from '@towncrier/contracts';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query, UseGuards } from '@nestjs/common';
import { parse } from '../errors/parse.ts';
import type { Session } from '../people/sessions.service.ts';
import { SignedInGuard, Who } from '../people/signed-in.guard.ts';
import { approveRequest, correctRequest, createRequest, editRequest, idIn, listQuery, reasonRequest, versionRequest } from './publication.requests.ts';
import type { PublicationSummary, PublicationView } from './publication.view.ts';
import { PublicationsService } from './publications.service.ts';

/** Parses with the contract, nothing else. */
@Controller('api/v1/publications')
@UseGuards(SignedInGuard)
export class PublicationsController {
  constructor(@Inject(PublicationsService) private readonly publications: PublicationsService) {}

  @Post()
  create(@Who() who: Session, @Body() body: unknown): Promise<PublicationView> {
    return this.publications.create(who.person, parse(createRequest, body));
  }

  @Get()
  list(@Query() query: unknown): Promise<{ items: readonly PublicationSummary[]; cursor?: string }> {
    const { state, limit, after } = parse(listQuery, query);
    return this.publications.list(state, limit, after);
  }

  @Get(':id')
  get(@Param('id') id: string): Promise<PublicationView> { return this.publications.get(idIn(id)); }

  @Get(':id/renditions')
  async renditions(@Param('id') id: string): Promise<{ renditions: readonly Rendered[] }> {
    return { renditions: await this.publications.renditions(idIn(id)) };
  }

  @Put(':id/draft')
  edit(@Who() who: Session, @Param('id') id: string, @Body() body: unknown): Promise<PublicationView> {
    return this.publications.edit(who.person, idIn(id), parse(editRequest, body));
  }

  @Post(':id/submit')
  @HttpCode(200)
  submit(@Who() who: Session, @Param('id') id: string, @Body() body: unknown): Promise<PublicationView> {
    return this.publications.submit(who.person, idIn(id), parse(versionRequest, body).version);
  }

  @Post(':id/approve')
  @HttpCode(200)
  approve(@Who() who: Session, @Param('id') id: string, @Body() body: unknown): Promise<PublicationView> {
    const { version, contentHash } = parse(approveRequest, body);
    return this.publications.approve(who.person, idIn(id), version, contentHash);
  }

  @Post(':id/return')
  @HttpCode(200)
  return(@Who() who: Session, @Param('id') id: string, @Body() body: unknown): Promise<PublicationView> {
    const { version, reason } = parse(reasonRequest, body);
    return this.publications.return(who.person, idIn(id), version, reason);
  }

  @Post(':id/publish')
  @HttpCode(200)
  publish(@Who() who: Session, @Param('id') id: string, @Body() body: unknown): Promise<PublicationView> {
    return this.publications.publish(who.person, idIn(id), parse(versionRequest, body).version);
  }

  @Post(':id/correct')
  @HttpCode(200)
  correct(@Who() who: Session, @Param('id') id: string, @Body() body: unknown): Promise<PublicationView> {
    return this.publications.correct(who.person, idIn(id), parse(correctRequest, body));
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  withdraw(@Who() who: Session, @Param('id') id: string, @Body() body: unknown): Promise<PublicationView> {
    const { version, reason } = parse(reasonRequest, body);
    return this.publications.withdraw(who.person, idIn(id), version, reason);
  }
}
