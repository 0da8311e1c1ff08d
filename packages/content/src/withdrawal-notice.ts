/** How a publication ended: taken back, its validity over, or repealed by another act. */
export type EndingAct = 'withdraw' | 'expire' | 'repeal';

/**
 * What the public is told when a publication ends. `withdrawnAt` is ISO 8601 with offset; without `act` it
 * was taken back.
 */
export interface WithdrawalNotice {
  readonly title: string;
  readonly reason: string;
  readonly act?: EndingAct | undefined;
  readonly withdrawnAt: string;
  readonly links: { readonly page: string };
}

/**
 * The same words on every channel. `verb` stands alone as a mark; `done` says what has become of it; `advice`
 * what that means for the reader.
 */
export interface EndingWords {
  readonly verb: '撤回' | '失效' | '废止';
  readonly done: '已撤回' | '已失效' | '已废止';
  readonly advice: string;
}

const words: Readonly<Record<EndingAct, EndingWords>> = {
  withdraw: { verb: '撤回', done: '已撤回', advice: '请勿再据此办理' },
  expire: { verb: '失效', done: '已失效', advice: '有效期已过，请勿再据此办理' },
  repeal: { verb: '废止', done: '已废止', advice: '请勿再据此办理' },
};

export const endingWords = (act: EndingAct | undefined): EndingWords => words[act ?? 'withdraw'];
