import { Controller, Get, Inject, UseGuards } from '@nestjs/common';
import type { Actor } from '../../access/person.ts';
import { Asker, SignedInGuard } from '../../access/signed-in.guard.ts';
import { HomeDesk } from './home.desk.ts';
import type { Home } from './home.view.ts';

@Controller('api/v1/home')
@UseGuards(SignedInGuard)
export class HomeController {
  constructor(@Inject(HomeDesk) private readonly desk: HomeDesk) {}

  @Get()
  of(@Asker() who: Actor): Promise<Home> {
    return this.desk.of(who);
  }
}
