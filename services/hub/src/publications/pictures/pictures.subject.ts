import { z } from 'zod';
import { fileBody, json, problems } from '../../http/responses.ts';
import type { Subject } from '../../http/subject.ts';
import { libraryPicture, libraryQuery, pictureView } from './picture.documents.ts';
import { PicturesController } from './pictures.controller.ts';

const tags = ['pictures'];
const id = '6b7fa434f92a8b80aab02d9bf1a12e49ffcae424e4013a1c4f68b67e3d2bbcd0';

export const picturesSubject: Subject = {
  name: 'pictures',
  description: 'Pictures in a text',
  chapter: 25,
  controllers: [PicturesController],
  paths: {
    '/api/v1/pictures': {
      get: {
        operationId: 'listPictures',
        tags,
        summary: 'The pictures that a body has used, the last used first',
        description:
          'For whoever may write for that body; only what stands in publications that they may read. Of the last three hundred that changed.',
        requestParams: { query: libraryQuery },
        responses: {
          200: json('Pictures', z.object({ items: z.array(libraryPicture) }), {
            items: [
              {
                media: { id, mediaType: 'image/jpeg', bytes: 181_204 },
                alt: '停水范围示意图',
                caption: null,
                source: '市融媒体中心',
                uses: 4,
                lastUsed: { id: 'X7K3QZP4', title: '关于灵泉东路停水检修的通知' },
              },
            ],
          }),
          ...problems(400, 401, 403),
        },
      },
      post: {
        operationId: 'addPicture',
        tags,
        summary: 'Add a picture (up to 20 MiB)',
        description:
          'Kept as it is, and made fit for the web: upright, sRGB, at most 2,000 pixels and 200 KB, without what a camera writes into it. A text names it as `media:` and its id.',
        requestBody: fileBody,
        responses: {
          201: json('Kept by its hash', pictureView, { id, mediaType: 'image/jpeg', bytes: 181_204 }),
          ...problems(400, 401, 403, 413, 415),
        },
      },
    },
    '/api/v1/pictures/{id}': {
      get: {
        operationId: 'getPicture',
        tags,
        summary: 'The picture as channels show it',
        requestParams: { path: z.object({ id: z.string() }) },
        responses: {
          200: {
            description: 'The picture',
            content: { 'image/jpeg': { schema: { type: 'string' as const, format: 'binary' } } },
          },
          ...problems(401, 404),
        },
      },
    },
  },
};
