import { Body, Controller, HttpCode, Inject, Post, UseGuards } from '@nestjs/common';
import { parse } from '../../http/parse.ts';
import type { Finding } from '../../http/problem.ts';
import { SignedInGuard } from '../../access/signed-in.guard.ts';
import { SETTINGS } from '../../ports/hub.parts.ts';
import { previewRequest } from '../../publications/publication.requests.ts';
import { readSource } from '../../publications/source.ts';
import type { HubSettings } from '../../ports/hub.settings.ts';
import { proofread } from './proofread.ts';

@Controller('api/v1/proofreadings')
@UseGuards(SignedInGuard)
export class ProofreadingsController {
  constructor(@Inject(SETTINGS) private readonly settings: HubSettings) {}

  @Post()
  @HttpCode(200)
  check(@Body() body: unknown): { findings: readonly Finding[] } {
    return {
      findings: proofread(readSource(parse(previewRequest, body), this.settings.HOUSE_ISSUER).content),
    };
  }
}
