import type { MessagePort } from 'node:worker_threads';
import type { Crop, DrawObjects, MakePicture } from '@towncrier/word';

/** Who makes the pictures of a Word document: outside the thread that reads it. */
export interface Makers {
  readonly picture: MakePicture;
  readonly draw: DrawObjects;
}

type Asked =
  | { readonly ask: number; readonly picture: Uint8Array; readonly crop: Crop | undefined }
  | { readonly ask: number; readonly draw: readonly Uint8Array[] };
interface Answered {
  readonly ask: number;
  readonly made: Awaited<ReturnType<MakePicture>> | Awaited<ReturnType<DrawObjects>>;
}

/** In the thread: the makers at the other end of a port. */
export function makersAt(port: MessagePort): Makers & { readonly close: () => void } {
  const waiting = new Map<number, (made: Answered['made']) => void>();
  let asked = 0;
  port.on('message', ({ ask, made }: Answered) => {
    waiting.get(ask)?.(made);
    waiting.delete(ask);
  });
  const ask = (of: (number: number) => Asked): Promise<Answered['made']> =>
    new Promise((resolve) => {
      asked += 1;
      waiting.set(asked, resolve);
      port.postMessage(of(asked));
    });
  return {
    picture: async (bytes, crop) => {
      const made = await ask((number) => ({ ask: number, picture: bytes, crop }));
      return isList(made) ? null : made;
    },
    draw: async (documents) => {
      const made = await ask((number) => ({ ask: number, draw: documents }));
      return isList(made) ? made : [];
    },
    close: () => port.close(),
  };
}

/** Outside: does what is asked through the port. `fail` is told when a maker does not work. */
export function makersBehind(port: MessagePort, makers: Makers, fail: (cause: unknown) => void): void {
  port.on('message', (asked: Asked) => {
    const work = 'draw' in asked ? makers.draw(asked.draw) : makers.picture(asked.picture, asked.crop);
    work.then((made) => {
      const answer: Answered = { ask: asked.ask, made };
      port.postMessage(answer);
    }, fail);
  });
}

const isList = (made: Answered['made']): made is Awaited<ReturnType<DrawObjects>> => Array.isArray(made);
