import { Body, Controller, Get, Headers, Inject, Post, UseGuards } from '@nestjs/common';
import type { Actor } from '../../access/person.ts';
import { Asker, SignedInGuard } from '../../access/signed-in.guard.ts';
import { parse } from '../../http/parse.ts';
import { attemptOf, idempotencyHeader } from '../../publications/idempotency.key.ts';
import type { PublicationView } from '../../publications/publication.view.ts';
import { ownWarningRequest } from './own.warning.ts';
import { OwnWarningsDesk } from './own.warnings.desk.ts';
import type { WarningChoices } from './warning.hazards.ts';

/** The warning form. Parses with the contract, nothing else. */
@Controller('api/v1/warnings/own')
@UseGuards(SignedInGuard)
export class OwnWarningsController {
  constructor(@Inject(OwnWarningsDesk) private readonly desk: OwnWarningsDesk) {}

  @Get()
  choices(): WarningChoices {
    return this.desk.choices();
  }

  @Post()
  request(
    @Asker() who: Actor,
    @Headers(idempotencyHeader.toLowerCase()) key: unknown,
    @Body() body: unknown,
  ): Promise<PublicationView> {
    const request = parse(ownWarningRequest, body);
    return this.desk.request(who, request, attemptOf(key, who.name, request));
  }
}
