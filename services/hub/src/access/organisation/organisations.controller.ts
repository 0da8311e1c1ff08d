import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, UseGuards } from '@nestjs/common';
import { parse } from '../../http/parse.ts';
import type { Actor } from '../person.ts';
import { Asker, SignedInGuard } from '../signed-in.guard.ts';
import {
  changeOrganisation,
  createOrganisation,
  liaisonRequest,
  standingRequest,
  type OrganisationDetail,
  type OrganisationTree,
  type OrganisationView,
} from './organisation.view.ts';
import { OrganisationsService } from './organisations.service.ts';

@Controller('api/v1/organisations')
@UseGuards(SignedInGuard)
export class OrganisationsController {
  constructor(@Inject(OrganisationsService) private readonly organisations: OrganisationsService) {}

  @Get()
  tree(): Promise<OrganisationTree> {
    return this.organisations.tree();
  }

  @Get(':code')
  get(@Asker() who: Actor, @Param('code') code: string): Promise<OrganisationDetail> {
    return this.organisations.get(who, code);
  }

  @Post()
  create(@Asker() who: Actor, @Body() body: unknown): Promise<OrganisationView> {
    return this.organisations.create(who, parse(createOrganisation, body));
  }

  @Put(':code')
  change(@Asker() who: Actor, @Param('code') code: string, @Body() body: unknown): Promise<OrganisationView> {
    return this.organisations.change(who, code, parse(changeOrganisation, body));
  }

  @Post(':code/abolish')
  @HttpCode(200)
  abolish(
    @Asker() who: Actor,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<OrganisationView> {
    return this.organisations.abolish(who, code, parse(standingRequest, body));
  }

  @Post(':code/reinstate')
  @HttpCode(200)
  reinstate(
    @Asker() who: Actor,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<OrganisationView> {
    return this.organisations.reinstate(who, code, parse(standingRequest, body));
  }

  @Put(':code/liaison')
  appointLiaison(
    @Asker() who: Actor,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<OrganisationView> {
    return this.organisations.appointLiaison(who, code, parse(liaisonRequest, body));
  }
}
