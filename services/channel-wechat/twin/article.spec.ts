import { describe, expect, it } from 'vitest';
import { refusal, type Article } from './article.ts';

const article = (over: Partial<Article> = {}): Article => ({
  title: '停水通知',
  author: '水务局',
  digest: '明日停水',
  content: '<p>明日停水。</p>',
  content_source_url: '',
  thumb_media_id: 'cover-1',
  ...over,
});

describe('what draft/add of the platform takes', () => {
  it('is an article within its limits, with a cover that was uploaded', () => {
    expect(refusal(article({ title: '水'.repeat(32), digest: '水'.repeat(128) }), ['cover-1'])).toBeNull();
  });

  it.each([
    ['a title of 33 characters', article({ title: '水'.repeat(33) }), 45003],
    ['an author of 17 characters', article({ author: '水'.repeat(17) }), 45110],
    ['a digest of 129 characters', article({ digest: '水'.repeat(129) }), 45004],
    ['20,000 characters of content', article({ content: '水'.repeat(20_000) }), 45002],
    ['no content', article({ content: '' }), 44003],
    ['a link elsewhere', article({ content: '<a href="https://example.com">看</a>' }), 45166],
    ['a script', article({ content: '<script>1</script>' }), 45166],
    ['a cut beyond the cover', article({ pic_crop_1_1: '0.2_0_1.2_1' }), 40035],
    ['a cut of nothing', article({ pic_crop_235_1: '0.5_0_0.5_1' }), 40035],
    ['a cut in pixels', article({ pic_crop_235_1: '0_0_900_383' }), 40035],
    ['a cover nobody uploaded', article({ thumb_media_id: 'cover-2' }), 40007],
  ])('is not %s', (_what, refused, errcode) => {
    expect(refusal(refused, ['cover-1'])).toMatchObject({ errcode });
  });
});
