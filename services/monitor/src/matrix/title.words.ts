/**
 * What a title is found by: runs of letters and digits whole, of Chinese every character and every pair. Whoever
 * asks for 停水通知 finds what has 停水, 水通 and 通知: nearly always the very words.
 */
const runsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? [];

const isHan = (run: string): boolean => /^\p{Script=Han}/u.test(run);
const pairs = (run: string): readonly string[] => {
  const characters = [...run];
  return characters.slice(1).map((second, n) => `${characters[n] ?? ''}${second}`);
};

export const titleWords = (text: string): readonly string[] =>
  runsOf(text).flatMap((run) => (isHan(run) ? [...run, ...pairs(run)] : [run]));

/** All of these have to be there. */
export const askedWords = (text: string): readonly string[] =>
  runsOf(text).flatMap((run) => (isHan(run) && [...run].length > 1 ? pairs(run) : [run]));
