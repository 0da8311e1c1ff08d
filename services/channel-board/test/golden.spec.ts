import { jsonText, samples } from '@towncrier/content/testing';
import { expect, it } from 'vitest';
import { renderBoard } from '../src/render/board.sheet.ts';

it.each(Object.entries(samples))('the sheet of the %s notice says what was agreed', async (name, edition) => {
  await expect(jsonText(renderBoard(edition))).toMatchFileSnapshot(`./golden/${name}.json`);
});
