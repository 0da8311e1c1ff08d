import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Accounts } from './accounts.ts';
import { failed } from './failure.ts';

const page = z.object({ type: z.literal('image'), offset: z.int().min(0), count: z.int().min(1).max(20) });
const named = z.object({ media_id: z.string() });

/** The library of permanent images. `url`: the twin's own address. */
export function mountMaterials(http: FastifyInstance, accounts: Accounts, url: string): void {
  http.post('/cgi-bin/material/add_material', async (request) => {
    const { mediaId, image } = await accounts.of(request).store.addMaterial(request.body as Buffer);
    return { media_id: mediaId, url: `${url}/mmbiz/${image}` };
  });
  http.post('/cgi-bin/material/del_material', async (request) => {
    const had = await accounts.of(request).store.deleteMaterial(named.parse(request.body).media_id);
    return had ? { errcode: 0, errmsg: 'ok' } : failed(40007, 'invalid media_id');
  });
  http.post('/cgi-bin/material/batchget_material', (request) => {
    const { offset, count } = page.parse(request.body);
    const { items } = accounts.of(request).store.materials;
    const rows = items.slice(offset, offset + count);
    return {
      total_count: items.length,
      item_count: rows.length,
      item: rows.map(({ mediaId, image }) => ({ media_id: mediaId, url: `${url}/mmbiz/${image}` })),
    };
  });
  http.get('/cgi-bin/material/get_materialcount', (request) => ({
    voice_count: 0,
    video_count: 0,
    image_count: accounts.of(request).store.materials.items.length,
    news_count: 0,
  }));
}
