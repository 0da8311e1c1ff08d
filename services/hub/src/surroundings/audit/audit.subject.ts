import { z } from 'zod';
import { json, problems } from '../../http/responses.ts';
import { auditActs } from './audit.acts.ts';
import { AuditController, auditQuery } from './audit.controller.ts';
import { auditFact } from '../../trail/audit.fact.ts';
import { surrounding } from '../surrounding.ts';
import { auditPermissions, AuditService } from './audit.service.ts';
import { whoever } from '../../access/permissions.ts';

const row = z
  .object({
    sequence: z.int(),
    algorithm: z.enum(['sha256', 'sm3']),
    previous: z.string(),
    hash: z.string(),
    fact: auditFact,
  })
  .meta({ id: 'AuditRow' });
const verification = z
  .object({
    ok: z.boolean().meta({ description: 'Nothing contradicts the rows' }),
    provenTo: z
      .int()
      .nullable()
      .meta({ description: 'The row until which anchors from outside confirm it; null: not proven' }),
    rows: z.int(),
    anchors: z.int(),
    problems: z.array(
      z.object({
        kind: z.enum(['changed', 'missing', 'reordered', 'anchor', 'outside']),
        sequence: z.int(),
        words: z.string(),
      }),
    ),
  })
  .meta({ id: 'AuditVerification' });
const hash = '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae';
const fact = {
  id: 'publication/7K3QZP4M@3',
  at: '2026-11-23T02:00:00.000Z',
  who: 'reviewer',
  from: '10.0.0.8',
  act: 'publication.reviewPassed',
  about: 'publication/7K3QZP4M',
  before: hash,
  after: hash,
};
const tags = ['audit'];

export const auditSubject = surrounding({
  name: 'audit',
  description: 'Who did what, when, from where and why: a chain that shows every change to itself',
  chapter: 90,
  acts: auditActs,
  needs: {},
  compose: async ({ audit, parts }) => new AuditService(audit, parts.clock),
  gives: (audit) => ({ instances: [audit] }),
  // that the trail grows is not told: looking leaves a line, and would be told again
  screens: [{ key: 'audit', open: whoever(auditPermissions, 'read', 'Audit'), tellsActs: true }],
  controllers: [AuditController],
  paths: {
    '/api/v1/audit': {
      get: {
        operationId: 'listAudit',
        tags,
        summary: 'The trail, latest first; looking leaves a line',
        requestParams: { query: auditQuery },
        responses: {
          200: json('One page', z.object({ items: z.array(row), cursor: z.string().optional() }), {
            items: [{ sequence: 12, algorithm: 'sha256', previous: hash, hash, fact }],
          }),
          ...problems(400, 401, 403),
        },
      },
    },
    '/api/v1/audit/verification': {
      get: {
        operationId: 'verifyAudit',
        tags,
        summary: 'Whether any row was changed, taken out or moved',
        responses: {
          200: json('The finding', verification, {
            ok: true,
            provenTo: null,
            rows: 12,
            anchors: 1,
            problems: [],
          }),
          ...problems(401, 403),
        },
      },
    },
    '/api/v1/audit/export': {
      get: {
        operationId: 'exportAudit',
        tags,
        summary: 'All of it, one JSON document a line, to be verified elsewhere (`pnpm audit:verify FILE`)',
        responses: {
          200: {
            description: 'Header with the public key, rows, anchors',
            content: { 'application/x-ndjson': { schema: z.string() } },
          },
          ...problems(401, 403),
        },
      },
    },
  },
});
