import { samples } from '@towncrier/content/testing';
import { hashBytes } from '@towncrier/content';
import { describe, expect, it } from 'vitest';
import { sheetFormsNamed } from '../board.forms.ts';
import { renderEdition } from '../board.rendition.ts';
import { renderPosters } from './poster.thread.ts';
import { renderPoster } from './set.poster.ts';

const settings = { PUBLIC_URL: 'https://check.example.gov.cn' } as Parameters<typeof renderEdition>[1];
const forms = sheetFormsNamed(['A3-2', 'A4-2', 'A4']);

describe('a sheet on several papers', { timeout: 60_000 }, () => {
  it('is the same bytes, whether it is set in the thread or here', async () => {
    const { sheet } = await renderEdition(samples.plan, settings, []);
    const together = await renderPosters(sheet, forms);
    for (const [i, form] of forms.entries()) {
      const alone = await renderPoster(sheet, form);
      expect(hashBytes(together[i]?.pdf ?? new Uint8Array())).toBe(hashBytes(alone.pdf));
      expect(together[i]?.layout).toEqual(alone.layout);
    }
  });

  it('is refused wherever it is set, and the next one is set all the same', async () => {
    const { sheet } = await renderEdition(samples.water, settings, []);
    await expect(renderPosters({ ...sheet, title: '关于𰀀村的通知' }, forms)).rejects.toThrow(
      'could not be displayed',
    );
    expect(await renderPosters(sheet, forms)).toHaveLength(3);
  });

  it('is none without a board', async () => {
    expect((await renderEdition(samples.water, settings, [])).papers).toEqual([]);
  });
});
