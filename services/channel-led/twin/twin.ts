import { createReadStream, existsSync } from 'node:fs';
import { defineTwin, type Shown } from '@towncrier/channel-testkit';
import type { FastifyInstance } from 'fastify';
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

const shown = (r: Row): Shown => ({
  id: r.id,
  about: r.notice,
  target: r.screen,
  text: r.text,
  visible: r.visible,
  at: r.at,
});
