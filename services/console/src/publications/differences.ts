import { diffIndices } from 'node-diff3';
import { plain, type Filled } from './filled.ts';
import { blocksOf, partsOf, wordsOf } from './written.parts.ts';

/** A field that says something else. */
export interface Changed {
  readonly key: string;
  readonly was: unknown;
  readonly now: unknown;
}

/** A stretch of the text that is another one. */
export interface TextChanged {
  readonly was: readonly string[];
  readonly now: readonly string[];
}

export interface Differences {
  readonly parts: readonly Changed[];
  readonly text: readonly TextChanged[];
  /** Names of the files that go along now. */
  readonly attachments: readonly string[];
}

/** What of a form is not as it stood. */
export function differencesOf(was: Filled, now: Filled): Differences {
  const before = new Map(partsOf(was).map(({ key, value }) => [key, value]));
  const after = new Map(partsOf(now).map(({ key, value }) => [key, value]));
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  const known = new Set(was.attachments.map(({ href }) => href));
  return {
    parts: keys
      .map((key) => ({ key, was: before.get(key), now: after.get(key) }))
      .filter((part) => plain(part.was) !== plain(part.now)),
    text: textOf(was, now),
    attachments: now.attachments.filter(({ href }) => !known.has(href)).map(({ name }) => name),
  };
}

function textOf(was: Filled, now: Filled): readonly TextChanged[] {
  const [before, after] = [blocksOf(was), blocksOf(now)];
  return diffIndices(before.map(plain), after.map(plain)).map(({ buffer1, buffer2 }) => ({
    was: before.slice(buffer1[0], buffer1[0] + buffer1[1]).map(wordsOf),
    now: after.slice(buffer2[0], buffer2[0] + buffer2[1]).map(wordsOf),
  }));
}
