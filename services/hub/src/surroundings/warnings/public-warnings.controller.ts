import { RouteConfig } from '@nestjs/platform-fastify';
import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { idIn } from '../../publications/publication.requests.ts';
import { WarningsService } from './warnings.service.ts';

/** For other platforms: what the house warns of, in their language. */
@Controller('api/public/v1/warnings')
export class PublicWarningsController {
  constructor(@Inject(WarningsService) private readonly warnings: WarningsService) {}

  @Get(':publication/cap')
  @RouteConfig({ rateLimit: { max: 60, timeWindow: 60_000 } })
  @Header('content-type', 'application/cap+xml; charset=utf-8')
  cap(@Param('publication') publication: string): Promise<string> {
    return this.warnings.capOf(idIn(publication));
  }
}
