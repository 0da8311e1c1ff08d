import { type Finding, imagesIn, missingPictures, shortTitle, summarise } from '@towncrier/content';
import type { Edition } from '@towncrier/contracts';
import { checkOwnWords, ownDigest, ownTitle, writtenOver } from './wechat.own.words.ts';
import { asIfDrawn } from './wechat.pictured.ts';
import { fitted } from './wechat.fit.ts';
import { wechatForm, type WechatForm } from './wechat.form.ts';
import { issuerFits, wechatNotes } from './wechat.notes.ts';
import { wechatProfile, type WechatProfile } from './wechat.profile.ts';

export interface WechatArticle {
  readonly title: string;
  readonly author: string;
  readonly digest: string;
  /** Pictures stand as `profile.image.url(id)`: replace each by the address `uploadimg` gave. */
  readonly content: string;
  readonly contentSourceUrl: string;
  /** Ids of the media to upload, in order of appearance. */
  readonly images: readonly string[];
  readonly notes: readonly Finding[];
}

export function renderWechat(
  edition: Edition,
  profile: WechatProfile = wechatProfile,
  form: WechatForm = wechatForm,
): WechatArticle {
  const { content } = edition;
  const body = fitted(edition, profile, form);
  return {
    title: writtenOver(edition, ownTitle, profile.title) ?? shortTitle(edition, profile.title.max).text,
    author: issuerFits(content, profile) ? content.header.issuer : profile.fallbackAuthor,
    digest: writtenOver(edition, ownDigest, profile.digest) ?? summarise(content, profile.digest.max),
    content: body.html,
    contentSourceUrl: edition.links.page,
    images: [...new Set(imagesIn(body.shown))],
    notes: wechatNotes(content, body, profile),
  };
}

export function checkWechat(edition: Edition, profile: WechatProfile = wechatProfile): readonly Finding[] {
  const problems = [...missingPictures(edition.content), ...checkOwnWords(edition, profile)];
  if (edition.urgent === true) return problems;
  const { shown } = fitted(asIfDrawn(edition), profile);
  if (shown.length > 0) return problems;
  return [
    ...problems,
    {
      field: 'body',
      message: '正文第一段就超过微信图文的长度（含版式2万字符）。',
      remedy: '请把第一段（或第一张表）拆开。',
    },
  ];
}
