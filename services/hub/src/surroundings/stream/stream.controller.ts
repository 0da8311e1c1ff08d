import { Controller, Headers, Inject, Query, Sse, UseGuards } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { Screens } from '../../access/people/screens.ts';
import { SessionsService, type Session } from '../../access/people/sessions.service.ts';
import { SignedInGuard, Who } from '../../access/signed-in.guard.ts';
import { parse } from '../../http/parse.ts';
import { Changes } from '../../ports/changes.ts';
import { streamQuery } from './stream.requests.ts';
import { StreamDesk, type Told } from './stream.desk.ts';

@Controller('api/v1/stream')
@UseGuards(SignedInGuard)
export class StreamController {
  private readonly desk: StreamDesk;

  constructor(
    @Inject(Changes) changes: Changes,
    @Inject(Screens) screens: Screens,
    @Inject(SessionsService) sessions: SessionsService,
  ) {
    this.desk = new StreamDesk(changes, screens, sessions);
  }

  @Sse()
  stream(
    @Who() who: Session,
    @Query() query: unknown,
    @Headers('last-event-id') last: string | undefined,
  ): Observable<Told> {
    return this.desk.for(who, last ?? parse(streamQuery, query).after);
  }
}
