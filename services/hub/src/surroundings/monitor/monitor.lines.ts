/** One event of a stream of server-sent events. */
export interface Heard {
  readonly type: string;
  readonly id: string | undefined;
  readonly data: string;
}

/** Events of the text of a stream as it comes, in pieces that may end anywhere (HTML, 9.2.6). */
export async function* eventsIn(pieces: AsyncIterable<string>): AsyncGenerator<Heard> {
  let rest = '';
  for await (const piece of pieces) {
    const blocks = (rest + piece).split(/\r?\n\r?\n/);
    rest = blocks.pop() ?? '';
    for (const block of blocks) yield eventOf(block);
  }
}

function eventOf(block: string): Heard {
  const fields = block.split(/\r?\n/).map((line) => /^([a-z]+): ?(.*)$/.exec(line));
  const all = (name: string): string[] => fields.flatMap((f) => (f?.[1] === name ? [f[2] ?? ''] : []));
  return { type: all('event').at(-1) ?? 'message', id: all('id').at(-1), data: all('data').join('\n') };
}
