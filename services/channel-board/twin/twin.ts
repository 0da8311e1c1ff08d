import { createReadStream } from 'node:fs';
import { defineTwin, type Shown } from '@towncrier/channel-testkit';
import type { FastifyInstance } from 'fastify';
import { BoardWalls, type Hanging, type Scanned } from './board.walls.ts';
import { Village } from './village.ts';
import { boardsWall } from './wall.ts';

const visitMs = 1000;

/**
 * Village staff and passers-by: sheets are printed and posted as soon as they are there, and every code is
 * scanned again and again. Nobody takes a withdrawn sheet down at once.
 */
export const twin = defineTwin({
  id: 'board',
  title: '公示栏',
  faults: [],
  start: async (http, at) => {
    const walls = await BoardWalls.open(at.data);
    const village = new Village(walls, at.data, at.channelUrl);
    const timer = setInterval(() => {
      if (!village.busy) void village.round();
    }, visitMs);
    mountPrints(http, walls, village);

    return {
      shown: async () => {
        await village.round();
        return [...walls.sheets.map(onBoard), ...walls.scanned.map(fromAfar)];
      },
      clear: () => walls.clear(),
      wall: () => boardsWall(walls.sheets),
      close: async () => {
        clearInterval(timer);
        await village.idle();
      },
    };
  },
});

function mountPrints(http: FastifyInstance, walls: BoardWalls, village: Village): void {
  http.get('/printed/:file', (request, reply) => {
    const { file } = request.params as { file: string };
    return walls.sheets.some((h) => h.file === file)
      ? reply.type('application/pdf').send(createReadStream(village.printed(file)))
      : reply.code(404).send();
  });
}

const onBoard = (h: Hanging): Shown => ({
  id: h.id,
  about: h.publication,
  target: h.board,
  text: `${h.words}\n扫码：${h.headline} ${h.answer}`,
  visible: true,
  at: h.at,
});

const fromAfar = (s: Scanned): Shown => ({
  id: `scan/${s.publication}`,
  about: s.publication,
  target: '扫码',
  text: `${s.title}\n扫码：${s.headline} ${s.answer}`,
  visible: true,
  at: s.at,
});
