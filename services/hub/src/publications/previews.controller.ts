import { Body, Controller, HttpCode, Inject, Post, UseGuards } from '@nestjs/common';
import { parse } from '../http/parse.ts';
import type { Actor } from '../access/person.ts';
import { Asker, SignedInGuard } from '../access/signed-in.guard.ts';
import { AudienceDesk } from './audience.desk.ts';
import { reachRequest, type ReachView } from './channels/reach.view.ts';
import { DraftDesk, type Preview, type Reading } from './draft.desk.ts';
import { PreflightDesk, type Checked } from './preflight.desk.ts';
import { checkRequest, previewRequest, readingRequest } from './publication.requests.ts';

/** What a draft would be, before there is one. */
@Controller('api/v1')
@UseGuards(SignedInGuard)
export class PreviewsController {
  constructor(
    @Inject(DraftDesk) private readonly drafts: DraftDesk,
    @Inject(AudienceDesk) private readonly audiences: AudienceDesk,
    @Inject(PreflightDesk) private readonly preflight: PreflightDesk,
  ) {}

  @Post('previews')
  @HttpCode(200)
  preview(@Asker() who: Actor, @Body() body: unknown): Promise<Preview> {
    return this.preflight.preview(parse(previewRequest, body), who.organisation);
  }

  @Post('proofreadings')
  @HttpCode(200)
  check(@Asker() who: Actor, @Body() body: unknown): Promise<Checked> {
    return this.preflight.check(parse(checkRequest, body), who.organisation);
  }

  @Post('readings')
  @HttpCode(200)
  read(@Asker() who: Actor, @Body() body: unknown): Promise<Reading> {
    return this.drafts.reading(parse(readingRequest, body), who.organisation);
  }

  @Post('reach')
  @HttpCode(200)
  reach(@Asker() who: Actor, @Body() body: unknown): Promise<ReachView> {
    return this.audiences.ask(who, parse(reachRequest, body));
  }
}
