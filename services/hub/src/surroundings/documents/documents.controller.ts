import { Controller, Get, HttpCode, Inject, Post, Query, Req, UseGuards } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { parse } from '../../http/parse.ts';
import { permit } from '../../access/permissions.ts';
import type { Actor } from '../../access/person.ts';
import { Asker, SignedInGuard } from '../../access/signed-in.guard.ts';
import { uploadOf } from '../../http/upload.ts';
import { publicationPermissions } from '../../publications/publication.permissions.ts';
import { PictureStore } from '../../publications/pictures/picture.store.ts';
import { readFile } from './doors/file.door.ts';
import type { FileSource } from './doors/file.source.ts';
import { IndexNumbers, type IssuedNumber } from './index.numbers.ts';

/** Twenty photos of a telephone, and the text around them. */
const fileLimit = 128 * 1024 * 1024;
export const numbersQuery = z.strictObject({
  organisation: z.string().min(1).max(40),
  year: z.string().regex(/^\d{4}$/),
});

@Controller('api/v1')
@UseGuards(SignedInGuard)
export class DocumentsController {
  constructor(
    @Inject(IndexNumbers) private readonly numbers: IndexNumbers,
    @Inject(PictureStore) private readonly pictures: PictureStore,
  ) {}

  @Post('imports')
  @HttpCode(200)
  async file(@Asker() who: Actor, @Req() request: FastifyRequest): Promise<FileSource> {
    permit(who, publicationPermissions, 'createPublication', 'Publication');
    const { name, bytes } = await uploadOf(request, fileLimit);
    return readFile(name, bytes, this.pictures);
  }

  @Get('index-numbers')
  async issued(@Query() query: unknown): Promise<{ items: readonly IssuedNumber[] }> {
    const { organisation, year } = parse(numbersQuery, query);
    return { items: await this.numbers.list(organisation, year) };
  }
}
