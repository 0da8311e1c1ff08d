import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Put,
  Query,
  Req,
  StreamableFile,
  UseGuards,
} from '@nestjs/common';
import { channelId, targetId } from '@towncrier/contracts';
import { writeCsv, writeXlsx } from '@towncrier/tables';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../access/person.ts';
import { Asker, SignedInGuard } from '../../access/signed-in.guard.ts';
import { parse } from '../../http/parse.ts';
import { uploadOf } from '../../http/upload.ts';
import {
  exportQuery,
  importQuery,
  putTarget,
  targetQuery,
  turnTarget,
  type ImportReport,
  type Register,
  type TargetDetail,
  type TargetPage,
} from './target.view.ts';
import { TargetsService } from './targets.service.ts';
import { TransferService } from './transfer.service.ts';

/** Bytes of a table of targets: twenty thousand rows of CSV. */
const fileLimit = 6 * 1024 * 1024;
const fileTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The registers of the channels. Parses with the contract, nothing else. */
@Controller('api/v1/registers/:channel')
@UseGuards(SignedInGuard)
export class TargetsController {
  constructor(
    @Inject(TargetsService) private readonly targets: TargetsService,
    @Inject(TransferService) private readonly transfer: TransferService,
  ) {}

  @Get()
  register(@Asker() who: Actor, @Param('channel') channel: string): Promise<Register> {
    return this.targets.register(who, parse(channelId, channel));
  }

  @Get('targets')
  list(@Param('channel') channel: string, @Query() query: unknown): Promise<TargetPage> {
    return this.targets.list(parse(channelId, channel), parse(targetQuery, query));
  }

  @Get('targets/:id')
  get(
    @Asker() who: Actor,
    @Param('channel') channel: string,
    @Param('id') id: string,
  ): Promise<TargetDetail> {
    return this.targets.get(who, parse(channelId, channel), parse(targetId, id));
  }

  @Put('targets/:id')
  put(
    @Asker() who: Actor,
    @Param('channel') channel: string,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<TargetDetail> {
    return this.targets.put(who, parse(channelId, channel), parse(targetId, id), parse(putTarget, body));
  }

  @Post('targets/:id/pause')
  @HttpCode(200)
  pause(
    @Asker() who: Actor,
    @Param('channel') channel: string,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<TargetDetail> {
    return this.turn(who, channel, id, 'pause', body);
  }

  @Post('targets/:id/resume')
  @HttpCode(200)
  resume(
    @Asker() who: Actor,
    @Param('channel') channel: string,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<TargetDetail> {
    return this.turn(who, channel, id, 'resume', body);
  }

  @Post('targets/:id/retire')
  @HttpCode(200)
  retire(
    @Asker() who: Actor,
    @Param('channel') channel: string,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<TargetDetail> {
    return this.turn(who, channel, id, 'retire', body);
  }

  @Post('import')
  @HttpCode(200)
  async import(
    @Asker() who: Actor,
    @Param('channel') channel: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<ImportReport> {
    const { apply } = parse(importQuery, query);
    return this.transfer.import(who, parse(channelId, channel), await uploadOf(request, fileLimit), apply);
  }

  @Get('export')
  async export(
    @Asker() who: Actor,
    @Param('channel') channel: string,
    @Query() query: unknown,
  ): Promise<StreamableFile> {
    const { format } = parse(exportQuery, query);
    const table = await this.transfer.export(who, parse(channelId, channel));
    return new StreamableFile(format === 'csv' ? writeCsv(table) : await writeXlsx(table), {
      type: fileTypes[format],
      disposition: `attachment; filename="targets-${channel}.${format}"`,
    });
  }

  private turn(
    who: Actor,
    channel: string,
    id: string,
    act: 'pause' | 'resume' | 'retire',
    body: unknown,
  ): Promise<TargetDetail> {
    return this.targets.turn(
      who,
      parse(channelId, channel),
      parse(targetId, id),
      act,
      parse(turnTarget, body),
    );
  }
}
