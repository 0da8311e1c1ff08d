import { Body, Controller, HttpCode, Inject, Param, Post, UseGuards } from '@nestjs/common';
import type { Actor } from '../../access/person.ts';
import { Asker, SignedInGuard } from '../../access/signed-in.guard.ts';
import { parse } from '../../http/parse.ts';
import { DeliveriesDesk, type Requested } from './deliveries.desk.ts';
import { byHandRequest, deliveryId, retryRequest } from './operations.requests.ts';

/** Beside what the monitor answers itself: acts go through the hub, which writes them down first. */
@Controller('api/v1/monitor/deliveries/:id')
@UseGuards(SignedInGuard)
export class DeliveriesController {
  constructor(@Inject(DeliveriesDesk) private readonly deliveries: DeliveriesDesk) {}

  @Post('retry')
  @HttpCode(202)
  retry(@Asker() who: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Requested> {
    return this.deliveries.retry(who, parse(deliveryId, id), parse(retryRequest, body ?? {}).reason);
  }

  @Post('by-hand')
  @HttpCode(202)
  byHand(@Asker() who: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Requested> {
    return this.deliveries.byHand(who, parse(deliveryId, id), parse(byHandRequest, body).reason);
  }
}
