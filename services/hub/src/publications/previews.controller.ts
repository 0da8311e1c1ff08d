import { Body, Controller, HttpCode, Inject, Post, UseGuards } from '@nestjs/common';
import { parse } from '../http/parse.ts';
import { SignedInGuard } from '../access/signed-in.guard.ts';
import { DraftDesk, type Preview } from './draft.desk.ts';
import { previewRequest } from './publication.requests.ts';

@Controller('api/v1/previews')
@UseGuards(SignedInGuard)
export class PreviewsController {
  constructor(@Inject(DraftDesk) private readonly drafts: DraftDesk) {}

  @Post()
  @HttpCode(200)
  preview(@Body() body: unknown): Promise<Preview> {
    return this.drafts.preview(parse(previewRequest, body));
  }
}
