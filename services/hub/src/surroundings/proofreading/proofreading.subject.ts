import { z } from 'zod';
import { finding } from '../../http/problem.ts';
import { source } from '../../publications/paths/publication.examples.ts';
import { body, json, problems } from '../../http/responses.ts';
import { previewRequest } from '../../publications/publication.requests.ts';
import { ProofreadingsController } from './proofreadings.controller.ts';
import { surrounding } from '../surrounding.ts';
import { proofread } from './proofread.ts';

export const proofreadingSubject = surrounding({
  name: 'proofreading',
  description: 'What has to be put right before release, and what is worth a look',
  chapter: 120,
  needs: {},
  compose: async () => null,
  gives: () => ({
    checks: [{ looksAt: 'words', look: async (_publication, content) => proofread(content) }],
  }),
  controllers: [ProofreadingsController],
  paths: {
    '/api/v1/proofreadings': {
      post: {
        operationId: 'proofread',
        tags: ['proofreading'],
        summary: 'Check a text; keeps nothing',
        requestBody: body(previewRequest, source),
        responses: {
          200: json('Findings', z.object({ findings: z.array(finding) }), {
            findings: [
              {
                rule: 'wrong-word',
                severity: 'advise',
                field: 'body.3',
                excerpt: '…覆盖权利运行全过程…',
                message: '“权利运行”常见错别字。',
                remedy: '应为“权力运行”，请核对。',
                source: '本市易错词表',
              },
            ],
          }),
          ...problems(400, 401, 413, 422),
        },
      },
    },
  },
});
