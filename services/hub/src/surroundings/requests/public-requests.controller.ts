import { Body, Controller, Get, Inject, Ip, Param, Post, Query } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { parse } from '../../http/parse.ts';
import { fileRequest, statusQuery } from './requests.requests.ts';
import { RequestsService } from './requests.service.ts';
import type { RequestStatus } from './requests.view.ts';

/** The citizen's side: no sign-in, few calls. */
@Controller('api/public/v1/disclosure-requests')
export class PublicRequestsController {
  constructor(@Inject(RequestsService) private readonly requests: RequestsService) {}

  @Post()
  @RouteConfig({ rateLimit: { max: 5, timeWindow: 600_000 } })
  file(@Body() body: unknown, @Ip() address: string): Promise<{ id: string; code: string }> {
    return this.requests.file(parse(fileRequest, body), address);
  }

  @Get(':id')
  @RouteConfig({ rateLimit: { max: 30, timeWindow: 600_000 } })
  status(@Param('id') id: string, @Query() query: unknown): Promise<RequestStatus> {
    return this.requests.status(id.toUpperCase(), parse(statusQuery, query).code);
  }
}
