import { Controller, Get, Inject, UseGuards } from '@nestjs/common';
import { divisionCode, venueKind, venueKinds } from '@towncrier/contracts';
import { z } from 'zod';
import { SignedInGuard } from '../../access/signed-in.guard.ts';
import { area } from './area.table.ts';
import { AreasDesk } from './areas.desk.ts';

const venue = z.object({ id: venueKind, title: z.string() });
export const areaList = z.object({
  items: z.array(area.extend({ within: divisionCode.nullable() })),
  venues: z.array(venue).meta({ description: 'Kinds of places, in the words of the 2017 plan' }),
});

@Controller('api/v1/areas')
@UseGuards(SignedInGuard)
export class AreasController {
  constructor(@Inject(AreasDesk) private readonly areas: AreasDesk) {}

  @Get()
  list(): z.infer<typeof areaList> {
    const { table } = this.areas;
    return {
      items: table.areas.map((one) => ({ ...one, within: table.parentOf(one.code) })),
      venues: [...venueKinds],
    };
  }
}
