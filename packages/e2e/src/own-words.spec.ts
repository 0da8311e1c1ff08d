import { renderArticle } from '@towncrier/content';
import { anyEdition } from '@towncrier/content/testing';
import type { IllustratedEdition, OwnWords } from '@towncrier/contracts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  ledScreenProfile,
  ledStripProfile,
  renderLed,
} from '../../../services/channel-led/src/render/led.pages.ts';
import { renderPortal } from '../../../services/channel-portal/src/render/portal.card.ts';
import { renderSms } from '../../../services/channel-sms/src/render/sms.text.ts';
import { renderWechat } from '../../../services/channel-wechat/src/render/wechat.article.ts';
import { renderWeibo } from '../../../services/channel-weibo/src/render/weibo.status.ts';

const words = '改写：请绕行文化路';
/** Every part that may be written alone, by the channel, and what of its text that is. */
const parts: readonly { readonly channel: string; readonly part: string; readonly of: readonly string[] }[] =
  [
    { channel: 'sms', part: 'text', of: ['text', 'variable', 'fragments', 'changed'] },
    { channel: 'weibo', part: 'text', of: ['text', 'units'] },
    { channel: 'led', part: 'text', of: ['strip', 'screen'] },
    { channel: 'portal', part: 'title', of: ['title'] },
    { channel: 'wechat', part: 'title', of: ['title'] },
    { channel: 'wechat', part: 'digest', of: ['digest'] },
  ];

/** What each channel makes of an edition, as far as it is words. */
const texts: Readonly<Record<string, (edition: IllustratedEdition) => object>> = {
  sms: (edition) => renderSms(edition),
  weibo: (edition) => renderWeibo(edition),
  led: (edition) => ({
    strip: renderLed(edition, ledStripProfile),
    screen: renderLed(edition, ledScreenProfile),
  }),
  portal: (edition) => renderPortal(edition),
  wechat: (edition) => renderWechat(edition),
  website: (edition) => renderArticle(edition),
};

const having = (edition: IllustratedEdition, ...ownWords: OwnWords[]): IllustratedEdition => ({
  ...edition,
  content: { ...edition.content, ownWords },
});
const own = (channel: string, part: string): OwnWords => ({ channel, part, words, against: '0'.repeat(64) });
const without = (text: object, of: readonly string[]): object =>
  Object.fromEntries(Object.entries(text).filter(([name]) => !of.includes(name)));

it.each(parts)(
  'own words of $channel, $part change just that of just that channel',
  ({ channel, part, of }) => {
    fc.assert(
      fc.property(anyEdition, (edition) => {
        const written = having(edition, own(channel, part));
        for (const [id, text] of Object.entries(texts)) {
          const [before, after] = [text(edition), text(written)];
          if (id !== channel) expect(after).toEqual(before);
          else {
            expect(without(after, of)).toEqual(without(before, of));
            expect(JSON.stringify(after)).toContain(words);
          }
        }
      }),
    );
  },
);

it('none, and blank ones, change nothing anywhere', () => {
  fc.assert(
    fc.property(anyEdition, (edition) => {
      const blank = parts.map(({ channel, part }) => ({ ...own(channel, part), words: ' ' }));
      for (const text of Object.values(texts)) {
        expect(text(having(edition))).toEqual(text(edition));
        expect(text(having(edition, ...blank))).toEqual(text(edition));
      }
    }),
  );
});
