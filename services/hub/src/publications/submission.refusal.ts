import { ProblemError, type ProblemFields } from '../http/problem.ts';

/** What a submission still asks the editor. */
export type Open = {
  readonly [K in 'omissions' | 'silent' | 'required']: NonNullable<ProblemFields[K]>;
};

interface Kind {
  readonly of: keyof Open;
  readonly code: string;
  words(titles: string): string;
}

/** In this order: the first that is open gives the refusal its name, all of it goes with it. */
const kinds: readonly Kind[] = [
  {
    of: 'omissions',
    code: 'omissions-not-accepted',
    words: (titles) =>
      `这些渠道的读者看不到部分重要内容：${titles}；请逐一确认，或写明摘要、要素，或不选该渠道`,
  },
  {
    of: 'silent',
    code: 'channels-silent',
    words: (titles) => `这些渠道未答复，未能检查：${titles}；请再问一次，或确认不等它们答复就送审`,
  },
  {
    of: 'required',
    code: 'channels-required',
    words: (titles) => `这些渠道依法应当选：${titles}；请选上，或说明不选的理由`,
  },
];

/** Null where nothing is open. */
export function refusalOf(open: Open): ProblemError | null {
  const asked = kinds.filter(({ of }) => open[of].length > 0);
  const [first] = asked;
  if (first === undefined) return null;
  const detail = asked
    .map(({ of, words }) => words(open[of].map(({ title }) => title).join('、')))
    .join('。');
  return new ProblemError(422, first.code, detail, Object.fromEntries(asked.map(({ of }) => [of, open[of]])));
}
