import { createReadStream, existsSync } from 'node:fs';
import { defineTwin, type Shown } from '@towncrier/channel-testkit';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { County } from './county.ts';
import { ShownStore, type Row } from './shown.store.ts';
import { screensWall } from './wall.ts';

/**
 * Boxes behind the screens of the county: each polls every second, verifies, shows, reports, and remembers.
 */
export const twin = defineTwin({
  id: 'led',
  title: 'LED 电子屏',
  faults: [],
  start: async (http, at) => {
    const store = await ShownStore.open(at.data);
    const county = new County(store, at.data, at.channelUrl);
    mountPictures(http, county);
    mountPlugs(http, county);

    return {
      shown: () => Promise.resolve(store.rows.map(shown)),
      clear: () => store.clear(),
      wall: () => screensWall([...county.boxes.values()], Date.now()),
      close: () => {
        county.close();
        return Promise.resolve();
      },
    };
  },
});

/** What a box keeps in its folder, for the wall. */
function mountPictures(http: FastifyInstance, { boxes }: County): void {
  http.get('/screens/:screen/:file', (request, reply) => {
    const { screen, file } = request.params as { screen: string; file: string };
    const path = boxes.get(screen)?.file(/^[0-9a-f]{64}(?=\.png$)/.exec(file)?.[0] ?? '');
    return path === undefined || !existsSync(path)
      ? reply.code(404).send()
      : reply.type('image/png').header('cache-control', 'max-age=3600').send(createReadStream(path));
  });
}

/** `POST /screens/<id>/plug` with `{"on": false}` switches one box off: it asks, shows and reports nothing more. */
function mountPlugs(http: FastifyInstance, { boxes }: County): void {
  http.post('/screens/:screen/plug', (request, reply) => {
    const box = boxes.get((request.params as { screen: string }).screen);
    const told = plug.safeParse(request.body);
    if (box === undefined || !told.success) return reply.code(400).send();
    box.on = told.data.on;
    return reply.code(204).send();
  });
}

const plug = z.strictObject({ on: z.boolean() });

const shown = (r: Row): Shown => ({
  id: r.id,
  about: r.notice,
  target: r.screen,
  text: r.text,
  visible: r.visible,
  at: r.at,
});
