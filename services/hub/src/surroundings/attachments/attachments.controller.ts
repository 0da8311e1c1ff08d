import { Controller, Get, Inject, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/person.ts';
import { Asker, SignedInGuard } from '../../access/signed-in.guard.ts';
import { uploadOf } from '../../http/upload.ts';
import type { AttachmentView } from './attachments.documents.ts';
import { AttachmentsService, type ServedFile } from './attachments.service.ts';

const fileLimit = 20 * 1024 * 1024;

@Controller()
export class AttachmentsController {
  constructor(@Inject(AttachmentsService) private readonly attachments: AttachmentsService) {}

  @Post('api/v1/attachments')
  @UseGuards(SignedInGuard)
  async add(@Asker() who: Actor, @Req() request: FastifyRequest): Promise<AttachmentView> {
    const { name, bytes } = await uploadOf(request, fileLimit);
    return this.attachments.add(who, name, bytes);
  }

  @Get('api/v1/attachments/:hash')
  @UseGuards(SignedInGuard)
  async read(@Param('hash') hash: string, @Res() reply: FastifyReply): Promise<void> {
    await send(reply, await this.attachments.read(hash));
  }

  @Get('files/:hash/:name')
  @RouteConfig({ rateLimit: { max: 300, timeWindow: 60_000 } })
  async readPublic(@Param('hash') hash: string, @Res() reply: FastifyReply): Promise<void> {
    await send(reply, await this.attachments.readPublic(hash));
  }
}

/**
 * Always to be saved, never to be run in the page; asked about again each time, since it may have been
 * withdrawn.
 */
async function send(reply: FastifyReply, { bytes, type, name, hash }: ServedFile): Promise<void> {
  await reply
    .headers({
      'content-type': type,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      etag: `"${hash}"`,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    .send(Buffer.from(bytes));
}
