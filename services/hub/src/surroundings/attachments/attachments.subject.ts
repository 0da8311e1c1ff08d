import { z } from 'zod';
import { fileBody, json, problems } from '../../http/responses.ts';
import { attachmentActs } from './attachment.acts.ts';
import { AttachmentsController } from './attachments.controller.ts';
import { attachmentView } from './attachments.documents.ts';
import { surrounding } from '../surrounding.ts';
import { composeAttachments } from './attachments.compose.ts';

const tags = ['attachments'];
const file = {
  description: 'The file, to be saved',
  content: { 'application/octet-stream': { schema: { type: 'string' as const, format: 'binary' } } },
};
const hash = '9f2c1b7e';
const example = {
  hash,
  name: '规划草案.pdf',
  type: 'application/pdf',
  bytes: 381_204,
  href: `http://127.0.0.1:8700/files/${hash}/%E8%A7%84%E5%88%92.pdf`,
};

export const attachmentsSubject = surrounding({
  name: 'attachments',
  description: 'Files beside a text',
  chapter: 180,
  acts: attachmentActs,
  needs: {},
  compose: composeAttachments,
  gives: (attachments) => ({ instances: [attachments] }),
  controllers: [AttachmentsController],
  paths: {
    '/api/v1/attachments': {
      post: {
        operationId: 'addAttachment',
        tags,
        summary: 'Add a file (up to 20 MiB)',
        description:
          'PDF, OFD, docx, xlsx, pptx without programs in them; pictures are drawn anew, which removes what is hidden in them.',
        requestBody: fileBody,
        responses: {
          201: json('Kept by its hash', attachmentView, example),
          ...problems(400, 401, 403, 413, 415, 422),
        },
      },
    },
    '/api/v1/attachments/{hash}': {
      get: {
        operationId: 'getAttachment',
        tags,
        summary: 'The file, for people who are signed in',
        requestParams: { path: z.object({ hash: z.string() }) },
        responses: { 200: file, ...problems(401, 404) },
      },
    },
    '/files/{hash}/{name}': {
      get: {
        operationId: 'getPublicFile',
        tags,
        summary: 'The file, for everybody, while an edition in force names it',
        security: [],
        requestParams: { path: z.object({ hash: z.string(), name: z.string() }) },
        responses: { 200: file, ...problems(404, 429) },
      },
    },
  },
});
