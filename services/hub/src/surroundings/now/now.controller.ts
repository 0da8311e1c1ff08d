import { Controller, Get, Inject, UseGuards } from '@nestjs/common';
import { SignedInGuard } from '../../access/signed-in.guard.ts';
import { NowDesk } from './now.desk.ts';
import type { NowView } from './now.view.ts';

@Controller('api/v1/now')
@UseGuards(SignedInGuard)
export class NowController {
  constructor(@Inject(NowDesk) private readonly desk: NowDesk) {}

  @Get()
  now(): Promise<NowView> {
    return this.desk.view();
  }
}
