import { shownRendition } from '../channels/shown.rendition.ts';
import { editionContent } from '@towncrier/contracts';
import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import {
  checkRequest,
  correctRequest,
  createRequest,
  editRequest,
  listQuery,
  lossesRequest,
  moveRequest,
  previewRequest,
  readingRequest,
  reasonRequest,
  repealRequest,
  submitRequest,
  versionRequest,
  withdrawRequest,
} from '../publication.requests.ts';
import { idempotencyHeaders } from '../idempotency.key.ts';
import { act, one } from './publication.act.ts';
import { changesPaths } from './changes.paths.ts';
import { queuePaths } from './queue.paths.ts';
import { reviewPaths } from './reviews.paths.ts';
import { consequencePaths } from './consequences.paths.ts';
import { writingPaths } from './writing.paths.ts';
import { finding } from '../../http/problem.ts';
import { reachRequest, reachView } from '../channels/reach.view.ts';
import { preview, publication, publicationList, reading } from '../publication.view.ts';
import {
  content,
  contentHash,
  publicationExample,
  reach,
  renditions,
  source,
  summary,
} from './publication.examples.ts';
import { body, json, problems } from '../../http/responses.ts';

const tags = ['publications'];
const answer = json('The publication as it is now', publication, publicationExample);
const checked = z.object({ findings: z.array(finding), body: editionContent.shape.body });
const shown = z.object({ renditions: z.array(shownRendition) });

export const publicationPaths: ZodOpenApiPathsObject = {
  '/api/v1/previews': {
    post: {
      operationId: 'preview',
      tags,
      summary: 'How a source would look on every channel',
      description:
        'Keeps nothing. A channel that does not answer in time has a problem with the field `channel`, which is a warning.',
      requestBody: body(previewRequest, source),
      responses: {
        200: json('Content, findings of the import, and one rendition per announced channel', preview, {
          content,
          contentHash,
          mainText: contentHash,
          findings: [],
          losses: [],
          essentials: [{ kind: 'when', label: '停水时间', words: '11月25日8时至18时', block: 1 }],
          shortTitles: [],
          renditions,
          asked: [],
        }),
        ...problems(400, 401, 403, 413, 422),
      },
    },
  },
  '/api/v1/proofreadings': {
    post: {
      operationId: 'proofread',
      tags,
      summary: 'What would stop a text, and what is worth a look',
      description:
        'Keeps nothing. The same checks as before a submission, as far as they need nobody else; `repair` says what may stand at `place` instead.',
      requestBody: body(checkRequest, source),
      responses: {
        200: json('Findings, and the body in which their places are counted', checked, {
          findings: [
            {
              rule: 'wrong-word',
              severity: 'advise',
              field: 'body.1',
              excerpt: '…覆盖权利运行全过程…',
              place: { block: 0, spot: { path: [], from: 2, to: 6 } },
              message: '“权利运行”常见错别字。',
              remedy: '应为“权力运行”，请核对。',
              repair: '权力运行',
              source: '本市易错词表',
            },
          ],
          body: content.body,
        }),
        ...problems(400, 401, 403, 413, 422),
      },
    },
  },
  '/api/v1/readings': {
    post: {
      operationId: 'readSource',
      tags,
      summary: 'A text as a document that an editor can go on with',
      description: 'Keeps the pictures in it, and nothing else.',
      requestBody: body(readingRequest, source),
      responses: {
        200: json('What the text says, and what of it is not in the document as it was', reading, {
          title: content.title,
          header: content.header,
          body: content.body,
          media: [],
          losses: [],
        }),
        ...problems(400, 401, 403, 413, 422),
      },
    },
  },
  '/api/v1/reach': {
    post: {
      operationId: 'askReach',
      tags,
      summary: 'Whom an audience would reach',
      description: 'Keeps nothing. A channel that does not answer in time says so.',
      requestBody: body(reachRequest, { audience: { scope: 'all' } }),
      responses: { 200: json('Channel by channel', reachView, reach), ...problems(400, 401, 403) },
    },
  },
  '/api/v1/publications': {
    post: {
      operationId: 'createPublication',
      tags,
      summary: 'Draft the first edition of a new publication',
      requestParams: { header: idempotencyHeaders },
      requestBody: body(createRequest, {
        ...source,
        lane: 'normal',
        channels: ['website', 'wechat'],
        matter: { type: 'general-notice', column: 'tzgg' },
      }),
      responses: { 201: { ...answer, description: 'Created' }, ...problems(400, 401, 403, 413, 422) },
    },
    get: {
      operationId: 'listPublications',
      tags,
      summary: 'Publications, last changed first',
      requestParams: { query: listQuery },
      responses: {
        200: json('One page; `cursor` goes into `after` for the next', publicationList, { items: [summary] }),
        ...problems(400, 401),
      },
    },
  },
  '/api/v1/publications/{id}': {
    get: {
      operationId: 'getPublication',
      tags,
      summary: 'One publication with all its editions',
      requestParams: one,
      responses: { 200: answer, ...problems(401, 404) },
    },
  },
  '/api/v1/publications/{id}/renditions': {
    get: {
      operationId: 'getRenditions',
      tags,
      summary: 'What each channel would send of the newest edition',
      requestParams: one,
      responses: { 200: json('Renditions', shown, { renditions }), ...problems(401, 404) },
    },
  },
  '/api/v1/publications/{id}/reach': {
    get: {
      operationId: 'getReach',
      tags,
      summary: 'Whom the newest edition reaches on each of its channels',
      requestParams: one,
      responses: { 200: json('Channel by channel', reachView, reach), ...problems(401, 404) },
    },
  },
  '/api/v1/publications/{id}/findings': {
    get: {
      operationId: 'getFindings',
      tags,
      summary: 'What stops the newest edition, and what is worth a look',
      requestParams: one,
      responses: {
        200: json('Findings', z.object({ findings: z.array(finding) }), {
          findings: [
            {
              rule: 'placeholder',
              severity: 'block',
              field: 'body.2',
              message: '留有占位文字“XX”。',
              remedy: '请填写实际内容。',
              source: '发布前检查',
            },
          ],
        }),
        ...problems(401, 404),
      },
    },
  },
  '/api/v1/publications/{id}/draft': {
    put: act('editDraft', 'Replace the words of the draft', editRequest, { version: 1, ...source }),
  },
  '/api/v1/publications/{id}/submit': {
    post: {
      ...act('submitEdition', 'Hand the draft to the reviewers', submitRequest, { version: 1 }),
      description:
        'Every channel is asked first: one that cannot carry the edition refuses it (422 with `problems`), one that leaves out what a reader needs does so until the editor accepts that (422 with `omissions`), one that does not answer until the editor goes on without (`silent`), and one that the law asks for until the editor says why it is left out (`required`).',
    },
  },
  '/api/v1/publications/{id}/losses/check': {
    post: act('checkLosses', 'Say that losses of the import were compared with the original', lossesRequest, {
      version: 1,
      losses: ['3f0a9c51d2e4b678'],
    }),
  },
  ...writingPaths,
  ...changesPaths,
  ...queuePaths,
  ...consequencePaths,
  ...reviewPaths,
  '/api/v1/publications/{id}/urgent': {
    post: {
      ...act('requestUrgentRelease', 'Ask to release before the reviews', reasonRequest, {
        version: 1,
        reason: '小龙潭镇山洪红色预警',
      }),
      description:
        'Duty officers, in the urgent lane. The request lapses after 30 minutes; somebody else confirms it.',
    },
  },
  '/api/v1/publications/{id}/publish': {
    post: {
      ...act('publishEdition', 'Release the approved edition, or let it wait for its hour', versionRequest, {
        version: 4,
      }),
      description: 'Answers as soon as the release is stored durably; the broker may be down.',
    },
  },
  '/api/v1/publications/{id}/unschedule': {
    post: act('cancelSchedule', 'Stop a scheduled release', reasonRequest, {
      version: 5,
      reason: '改期发布',
    }),
  },
  '/api/v1/publications/{id}/move': {
    post: {
      ...act('moveRelease', 'Another hour for what goes out by itself', moveRequest, {
        version: 5,
        publishAt: '2026-11-25T01:00:00.000Z',
      }),
      description: 'The hour is part of what was approved: what was moved is a draft again.',
    },
  },
  '/api/v1/publications/{id}/correct': {
    post: {
      ...act('correctPublication', 'Draft the next edition', correctRequest, {
        version: 4,
        reason: '停水时段有误',
        ...source,
      }),
      description: 'The edition in force stays until the next one is submitted, approved and published.',
    },
  },
  '/api/v1/publications/{id}/withdraw': {
    post: {
      ...act('withdrawPublication', 'Take the publication back on every channel', withdrawRequest, {
        version: 6,
        reason: '内容有误，以后续通知为准',
      }),
      description: 'While the period of a 公示 runs, `endsNoticeEarly` must say so (409 `notice-period`).',
    },
  },
  '/api/v1/publications/{id}/expire': {
    post: act('expirePublication', 'Its validity is over', reasonRequest, {
      version: 6,
      reason: '检修已结束',
    }),
  },
  '/api/v1/publications/{id}/lift': {
    post: {
      ...act('liftWarning', 'What a warning warned of is over', reasonRequest, {
        version: 6,
        reason: '水位已回落至警戒水位以下',
      }),
      description: 'Warnings only. One that waits for its second person never goes out then.',
    },
  },
  '/api/v1/publications/{id}/repeal': {
    post: act('repealPublication', 'Another act repeals it', repealRequest, {
      version: 6,
      reason: '被新办法取代',
      basis: '开政发〔2026〕12号',
    }),
  },
  '/api/v1/publications/{id}/archive': {
    post: act('archivePublication', 'Put an ended publication into the archive', reasonRequest, {
      version: 7,
      reason: '年度归档',
    }),
  },
};
