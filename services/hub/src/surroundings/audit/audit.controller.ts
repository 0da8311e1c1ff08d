import { Readable } from 'node:stream';
import { Controller, Get, Inject, Query, StreamableFile, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { parse } from '../../http/parse.ts';
import type { Actor } from '../../access/person.ts';
import { Asker, SignedInGuard } from '../../access/signed-in.guard.ts';
import type { AuditRow } from '../../trail/audit.hash.ts';
import { AuditService } from './audit.service.ts';
import type { Verification } from '../../trail/audit.verify.ts';

const named = z.string().min(1).max(100).optional();
export const auditQuery = z.strictObject({
  about: named,
  who: named,
  act: named,
  after: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

@Controller('api/v1/audit')
@UseGuards(SignedInGuard)
export class AuditController {
  constructor(@Inject(AuditService) private readonly audit: AuditService) {}

  @Get()
  list(
    @Asker() who: Actor,
    @Query() query: unknown,
  ): Promise<{ items: readonly AuditRow[]; cursor?: string }> {
    return this.audit.list(who, parse(auditQuery, query));
  }

  @Get('verification')
  verify(@Asker() who: Actor): Promise<Verification> {
    return this.audit.verify(who);
  }

  @Get('export')
  async export(@Asker() who: Actor): Promise<StreamableFile> {
    return new StreamableFile(Readable.from(await this.audit.export(who)), {
      type: 'application/x-ndjson; charset=utf-8',
      disposition: 'attachment; filename="towncrier-audit.ndjson"',
    });
  }
}
