import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, UseGuards } from '@nestjs/common';
import { parse } from '../../http/parse.ts';
import type { Actor } from '../../access/person.ts';
import { Asker, SignedInGuard } from '../../access/signed-in.guard.ts';
import { letterQuery, type Letter } from './request.letter.ts';
import { registerRequest, requestsQuery, requestStep } from './requests.requests.ts';
import { RequestsService } from './requests.service.ts';
import type { RequestView } from './requests.view.ts';

/** The office's side. */
@Controller('api/v1/disclosure-requests')
@UseGuards(SignedInGuard)
export class RequestsController {
  constructor(@Inject(RequestsService) private readonly requests: RequestsService) {}

  @Post()
  register(@Asker() who: Actor, @Body() body: unknown): Promise<{ id: string; code: string }> {
    const { mode, submittedOn, ...request } = parse(registerRequest, body);
    return this.requests.register(who, request, mode, submittedOn);
  }

  @Get()
  list(
    @Asker() who: Actor,
    @Query() query: unknown,
  ): Promise<{ items: readonly RequestView[]; cursor?: string }> {
    const { state, limit, after } = parse(requestsQuery, query);
    return this.requests.list(who, state, limit, after);
  }

  @Get(':id')
  get(@Asker() who: Actor, @Param('id') id: string): Promise<RequestView> {
    return this.requests.get(who, id.toUpperCase());
  }

  @Get(':id/letter')
  letter(@Asker() who: Actor, @Param('id') id: string, @Query() query: unknown): Promise<Letter> {
    return this.requests.letter(who, id.toUpperCase(), parse(letterQuery, query).kind);
  }

  @Post(':id/steps')
  @HttpCode(200)
  take(@Asker() who: Actor, @Param('id') id: string, @Body() body: unknown): Promise<RequestView> {
    return this.requests.take(who, id.toUpperCase(), parse(requestStep, body));
  }
}
