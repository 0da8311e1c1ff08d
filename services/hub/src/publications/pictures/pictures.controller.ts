import { Controller, Get, Inject, Param, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import type { Media } from '@towncrier/contracts';
import { imageBytes } from '@towncrier/content';
import { picturePages } from '@towncrier/media';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { permit } from '../../access/permissions.ts';
import type { Actor } from '../../access/person.ts';
import { Asker, SignedInGuard } from '../../access/signed-in.guard.ts';
import { ProblemError } from '../../http/problem.ts';
import { parse } from '../../http/parse.ts';
import { uploadOf } from '../../http/upload.ts';
import { publicationPermissions } from '../publication.permissions.ts';
import { pictureFault } from './picture.fault.ts';
import { libraryQuery, type LibraryPicture } from './picture.documents.ts';
import { PictureLibrary } from './picture.library.ts';
import { PictureStore } from './picture.store.ts';

/** Pictures of editions, for people who are signed in. The public sees those of its channels. */
@Controller('api/v1/pictures')
@UseGuards(SignedInGuard)
export class PicturesController {
  constructor(
    @Inject(PictureStore) private readonly pictures: PictureStore,
    @Inject(PictureLibrary) private readonly library: PictureLibrary,
  ) {}

  @Get()
  async list(
    @Asker() who: Actor,
    @Query() query: unknown,
  ): Promise<{ readonly items: readonly LibraryPicture[] }> {
    const { organisation = who.organisation } = parse(libraryQuery, query);
    return { items: await this.library.of(who, organisation) };
  }

  @Post()
  async add(@Asker() who: Actor, @Req() request: FastifyRequest): Promise<Media> {
    permit(who, publicationPermissions, 'createPublication', 'Publication');
    const { name, bytes } = await uploadOf(request, imageBytes.max);
    const kept = (await picturePages(bytes)) === 1 ? await this.pictures.take(bytes) : null;
    if (kept !== null) return kept.media;
    const fault = await pictureFault(bytes);
    throw new ProblemError(415, 'no-picture', `“${name}”${fault ?? '读不出'}`);
  }

  @Get(':id')
  async read(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const found = /^[0-9a-f]{64}$/.test(id) ? await this.pictures.find(id) : null;
    if (found === null) throw new ProblemError(404, 'not-found', '没有这张图片');
    await reply
      .headers({
        'content-type': found.media.mediaType,
        'cache-control': 'private, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
      })
      .send(Buffer.from(found.bytes));
  }
}
