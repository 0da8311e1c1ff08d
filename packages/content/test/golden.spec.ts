import { expect, it } from 'vitest';
import { renderPlain } from '../src/reading/plain.ts';
import { samples } from '../src/testing/samples.ts';

it.each(Object.entries(samples))('the %s notice reads as agreed as plain text', async (name, edition) => {
  await expect(`${renderPlain(edition.content.body)}\n`).toMatchFileSnapshot(`./golden/${name}.txt`);
});
