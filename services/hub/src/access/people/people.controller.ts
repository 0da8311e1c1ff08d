import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, UseGuards } from '@nestjs/common';
import { parse } from '../../http/parse.ts';
import { PeopleService } from './people.service.ts';
import { ResetsService } from './resets.service.ts';
import {
  accountRequest,
  changePerson,
  createPerson,
  rolesRequest,
  type PeopleList,
  type PersonDetail,
  type PersonWithCode,
} from './people.view.ts';
import type { Actor } from '../person.ts';
import { Asker, SignedInGuard } from '../signed-in.guard.ts';

@Controller('api/v1/people')
@UseGuards(SignedInGuard)
export class PeopleController {
  constructor(
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(ResetsService) private readonly resets: ResetsService,
  ) {}

  @Get()
  list(@Asker() who: Actor): Promise<PeopleList> {
    return this.people.list(who);
  }

  @Post()
  create(@Asker() who: Actor, @Body() body: unknown): Promise<PersonWithCode> {
    return this.people.create(who, parse(createPerson, body));
  }

  @Put(':name')
  change(@Asker() who: Actor, @Param('name') name: string, @Body() body: unknown): Promise<PersonDetail> {
    return this.people.change(who, name, parse(changePerson, body));
  }

  @Put(':name/roles')
  setRoles(@Asker() who: Actor, @Param('name') name: string, @Body() body: unknown): Promise<PersonDetail> {
    const { version, roles } = parse(rolesRequest, body);
    return this.people.setRoles(who, name, version, roles);
  }

  @Post(':name/disable')
  @HttpCode(200)
  disable(@Asker() who: Actor, @Param('name') name: string, @Body() body: unknown): Promise<PersonDetail> {
    return this.people.disable(who, name, parse(accountRequest, body));
  }

  @Post(':name/enable')
  @HttpCode(200)
  enable(@Asker() who: Actor, @Param('name') name: string, @Body() body: unknown): Promise<PersonDetail> {
    return this.people.enable(who, name, parse(accountRequest, body));
  }

  @Post(':name/reset-password')
  @HttpCode(200)
  resetPassword(
    @Asker() who: Actor,
    @Param('name') name: string,
    @Body() body: unknown,
  ): Promise<PersonWithCode> {
    return this.resets.ask(who, name, 'password', parse(accountRequest, body));
  }

  @Post(':name/reset-second-factor')
  @HttpCode(200)
  resetSecondFactor(
    @Asker() who: Actor,
    @Param('name') name: string,
    @Body() body: unknown,
  ): Promise<PersonWithCode> {
    return this.resets.ask(who, name, 'second-factor', parse(accountRequest, body));
  }

  @Post(':name/countersign')
  @HttpCode(200)
  countersign(
    @Asker() who: Actor,
    @Param('name') name: string,
    @Body() body: unknown,
  ): Promise<PersonWithCode> {
    return this.resets.countersign(who, name, parse(accountRequest, body));
  }

  @Post(':name/unlock')
  @HttpCode(200)
  unlock(@Asker() who: Actor, @Param('name') name: string, @Body() body: unknown): Promise<PersonDetail> {
    return this.people.unlock(who, name, parse(accountRequest, body));
  }
}
