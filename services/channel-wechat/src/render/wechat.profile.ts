import type { Bound } from '@towncrier/content';

export interface WechatProfile {
  readonly title: Bound;
  readonly author: Bound;
  readonly digest: Bound;
  /** Counts all markup. */
  readonly content: Bound;
  readonly contentBytes: Bound;
  /** Stands in for the issuer where its name is too long for an author. */
  readonly fallbackAuthor: string;
  /**
   * Address written for a picture until it is uploaded; `reserve` is the room kept for the one the platform
   * will give it.
   */
  readonly image: { readonly url: (id: string) => string; readonly reserve: number };
}

const draft = 'draft/add: developers.weixin.qq.com/doc/offiaccount/Draft_Box/Add_draft.html';
export const wechatProfile: WechatProfile = {
  title: { max: 32, unit: '字', source: draft },
  author: { max: 16, unit: '字', source: draft },
  digest: { max: 128, unit: '字', source: draft },
  content: { max: 19_999, unit: 'UTF-16 units with markup', source: `${draft}, under 20,000` },
  contentBytes: { max: 1_048_575, unit: 'bytes', source: `${draft}, under 1 MB` },
  fallbackAuthor: '开远市人民政府',
  image: { url: (id) => `media://${id}`, reserve: 160 },
};
