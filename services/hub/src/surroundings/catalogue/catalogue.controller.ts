import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Put,
  Query,
  Req,
  UseGuards,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { parse } from '../../http/parse.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Actor } from '../../access/person.ts';
import { Asker, SignedInGuard } from '../../access/signed-in.guard.ts';
import { uploadOf } from '../../http/upload.ts';
import { CatalogueService } from './catalogue.service.ts';
import {
  adoptRequest,
  closeRequest,
  importQuery,
  itemsQuery,
  openRequest,
  putItemRequest,
  versionOnly,
  type ClosedView,
  type ImportReport,
  type VersionDetail,
  type VersionSummary,
} from './catalogue.view.ts';
import { ClosedItemsService } from './closed-items.service.ts';
import type { CatalogueDiff } from './diff.ts';
import type { Item } from './item.ts';
import type { CatalogueSummary } from './summary.ts';
import { denyCodes, fields } from './vocabulary.ts';

const fileLimit = 10 * 1024 * 1024;

@Controller('api/v1/catalogue')
@UseGuards(SignedInGuard)
export class CatalogueController {
  constructor(
    @Inject(CatalogueService) private readonly catalogue: CatalogueService,
    @Inject(ClosedItemsService) private readonly closed: ClosedItemsService,
  ) {}

  @Get('fields')
  fields(): { items: readonly { code: string; title: string; lead: string }[] } {
    return { items: fields.map(({ code, name, lead }) => ({ code, title: name, lead })) };
  }

  @Get('deny-codes')
  denyCodes(): { codes: readonly { code: string; title: string; article: string; words: string }[] } {
    return {
      codes: denyCodes.map(({ code, name, article, words }) => ({ code, title: name, article, words })),
    };
  }

  @Get('summary')
  summary(): Promise<CatalogueSummary> {
    return this.catalogue.summary();
  }

  @Get('items')
  async items(@Query() query: unknown): Promise<{ items: readonly Item[] }> {
    return { items: await this.catalogue.items(parse(itemsQuery, query)) };
  }

  @Get('items/:id')
  async item(@Param('id') id: string): Promise<Item> {
    const found = await this.catalogue.effectiveItem(id);
    if (found === null) throw new ProblemError(404, 'not-found', `现行公开事项目录中没有“${id}”；请核对编号`);
    return found;
  }

  @Get('versions')
  async versions(@Asker() who: Actor): Promise<{ items: readonly VersionSummary[] }> {
    return { items: await this.catalogue.versions(who) };
  }

  @Get('versions/:number')
  version(@Asker() who: Actor, @Param('number') number: string): Promise<VersionDetail> {
    return this.catalogue.version(who, number);
  }

  @Get('versions/:number/diff/:other')
  diff(@Param('number') number: string, @Param('other') other: string): Promise<CatalogueDiff> {
    return this.catalogue.diff(number, other);
  }

  @Post('imports')
  @HttpCode(200)
  async import(
    @Asker() who: Actor,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<ImportReport> {
    const how = parse(importQuery, query);
    return this.catalogue.import(who, { ...(await uploadOf(request, fileLimit)), ...how });
  }

  @Post('versions/:number/adopt')
  @HttpCode(200)
  adopt(
    @Asker() who: Actor,
    @Param('number') number: string,
    @Body() body: unknown,
  ): Promise<VersionSummary> {
    const { version, effectiveFrom } = parse(adoptRequest, body);
    return this.catalogue.adopt(who, number, version, effectiveFrom);
  }

  @Post('versions/:number/drop')
  @HttpCode(200)
  drop(@Asker() who: Actor, @Param('number') number: string, @Body() body: unknown): Promise<VersionSummary> {
    return this.catalogue.drop(who, number, parse(versionOnly, body).version);
  }

  @Put('versions/:number/items')
  putItem(
    @Asker() who: Actor,
    @Param('number') number: string,
    @Body() body: unknown,
  ): Promise<VersionDetail> {
    const { version, item } = parse(putItemRequest, body);
    return this.catalogue.putItem(who, number, version, item);
  }

  @Delete('versions/:number/items/:id')
  removeItem(
    @Asker() who: Actor,
    @Param('number') number: string,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<VersionDetail> {
    return this.catalogue.removeItem(who, number, parse(versionOnly, body).version, id);
  }

  @Get('closed')
  async closedItems(@Asker() who: Actor): Promise<{ items: readonly ClosedView[] }> {
    return { items: await this.closed.list(who) };
  }

  @Post('closed')
  close(@Asker() who: Actor, @Body() body: unknown): Promise<ClosedView> {
    return this.closed.close(who, parse(closeRequest, body));
  }

  @Post('closed/:id/open')
  @HttpCode(200)
  open(@Asker() who: Actor, @Param('id') id: string, @Body() body: unknown): Promise<ClosedView> {
    const { version, reason } = parse(openRequest, body);
    return this.closed.open(who, id, version, reason);
  }
}
