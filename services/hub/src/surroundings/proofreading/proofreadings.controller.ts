import { Body, Controller, HttpCode, Inject, Post, UseGuards } from '@nestjs/common';
import { parse } from '../../http/parse.ts';
import type { Finding } from '../../http/problem.ts';
import { SignedInGuard } from '../../access/signed-in.guard.ts';
import { SETTINGS } from '../../ports/hub.parts.ts';
import { previewRequest } from '../../publications/publication.requests.ts';
import { PictureStore } from '../../publications/pictures/picture.store.ts';
import { readSource } from '../../publications/source.ts';
import type { HubSettings } from '../../ports/hub.settings.ts';
import { proofread } from './proofread.ts';

@Controller('api/v1/proofreadings')
@UseGuards(SignedInGuard)
export class ProofreadingsController {
  constructor(
    @Inject(SETTINGS) private readonly settings: HubSettings,
    @Inject(PictureStore) private readonly pictures: PictureStore,
  ) {}

  @Post()
  @HttpCode(200)
  async check(@Body() body: unknown): Promise<{ findings: readonly Finding[] }> {
    const request = parse(previewRequest, body);
    const { content } = await readSource(request, this.settings.HOUSE_ISSUER, this.pictures);
    return { findings: proofread(content) };
  }
}
