import { Controller, Get, Inject, Query, UseGuards } from '@nestjs/common';
import type { Actor } from '../../access/person.ts';
import { Asker, SignedInGuard } from '../../access/signed-in.guard.ts';
import { parse } from '../../http/parse.ts';
import { searchQuery, type SearchAnswer } from './found.ts';
import { SearchDesk } from './search.desk.ts';

@Controller('api/v1/search')
@UseGuards(SignedInGuard)
export class SearchController {
  constructor(@Inject(SearchDesk) private readonly desk: SearchDesk) {}

  @Get()
  find(@Asker() who: Actor, @Query() query: unknown): Promise<SearchAnswer> {
    return this.desk.find(who, parse(searchQuery, query).q);
  }
}
