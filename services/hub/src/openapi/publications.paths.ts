import { publicationId, rendered } from '@towncrier/contracts';
import { z } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi';
import { approveRequest, correctRequest, createRequest, editRequest, listQuery, previewRequest, reasonRequest, versionRequest } from '../publications/publication.requests.ts';
import { preview, publication, publicationList } from '../publications/publication.view.ts';
import { content, contentHash, publicationExample, renditions, source, summary } from './examples.ts';
import { body, json, problems } from './responses.ts';

const one = { path: z.object({ id: publicationId }) };
const tags = ['publications'];
const answer = json('The publication as it is now', publication, publicationExample);
const shown = z.object({ renditions: z.array(rendered) });

function act<S extends z.ZodType>(operationId: string, words: string, request: S, example: z.input<S>): ZodOpenApiOperationObject {
  return {
    operationId, tags, summary: words, requestParams: one, requestBody: body(request, example),
    responses: { 200: answer, ...problems(400, 401, 403, 404, 409, 413, 422) },
  };
}

export const publicationPaths: ZodOpenApiPathsObject = {
  '/api/v1/previews': {
    post: {
      operationId: 'preview', tags, summary: 'How a source would look on every channel',
      description: 'Keeps nothing. A channel that does not answer in time has a problem with the field `channel`, which is a warning.',
      requestBody: body(previewRequest, source),
      responses: { 200: json('Content, findings of the import, and one rendition per announced channel', preview, { content, contentHash, findings: [], renditions }), ...problems(400, 401, 403, 413, 422) },
    },
  },
  '/api/v1/publications': {
    post: {
      operationId: 'createPublication', tags, summary: 'Draft the first edition of a new publication', requestBody: body(createRequest, { ...source, lane: 'normal', channels: ['website', 'wechat'] }),
      responses: { 201: { ...answer, description: 'Created' }, ...problems(400, 401, 403, 413, 422) },
    },
    get: {
      operationId: 'listPublications', tags, summary: 'Publications, last changed first', requestParams: { query: listQuery },
      responses: { 200: json('One page; `cursor` goes into `after` for the next', publicationList, { items: [summary] }), ...problems(400, 401) },
    },
  },
  '/api/v1/publications/{id}': {
    get: { operationId: 'getPublication', tags, summary: 'One publication with all its editions', requestParams: one, responses: { 200: answer, ...problems(401, 404) } },
  },
  '/api/v1/publications/{id}/renditions': {
    get: { operationId: 'getRenditions', tags, summary: 'What each channel would send of the newest edition', requestParams: one, responses: { 200: json('Renditions', shown, { renditions }), ...problems(401, 404) } },
  },
  '/api/v1/publications/{id}/draft': { put: act('editDraft', 'Replace the words of the draft', editRequest, { version: 1, ...source }) },
  '/api/v1/publications/{id}/submit': {
    post: { ...act('submitEdition', 'Hand the draft to the reviewers', versionRequest, { version: 1 }), description: 'Every channel is asked first: one that cannot carry the edition refuses it (422 with `problems`).' },
  },
  '/api/v1/publications/{id}/approve': {
    post: { ...act('approveEdition', 'Approve exactly this content', approveRequest, { version: 2, contentHash }), description: 'Four eyes: nobody approves what they wrote or edited (403 `four-eyes`).' },
  },
  '/api/v1/publications/{id}/return': { post: act('returnEdition', 'Give the edition back to its authors', reasonRequest, { version: 2, reason: '请补充停水时段' }) },
  '/api/v1/publications/{id}/publish': {
    post: { ...act('publishEdition', 'Release the approved edition', versionRequest, { version: 3 }), description: 'Answers as soon as the release is stored durably; the broker may be down.' },
  },
  '/api/v1/publications/{id}/correct': {
    post: {
      ...act('correctPublication', 'Draft the next edition', correctRequest, { version: 4, reason: '停水时段有误', ...source }),
      description: 'The edition in force stays until the next one is submitted, approved and published.',
    },
  },
  '/api/v1/publications/{id}/withdraw': { post: act('withdrawPublication', 'Take the publication back on every channel', reasonRequest, { version: 4, reason: '内容有误，以后续通知为准' }) },
};
