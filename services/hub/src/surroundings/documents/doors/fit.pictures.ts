import { fitForTheWeb } from '../word.picture.ts';

const address = /data:image\/[\w.+-]+;base64,([A-Za-z0-9+/=\s]+)/g;

/**
 * Every picture that a text holds, upright, small and without what a telephone writes into its photos. One that
 * cannot be read stays as it is: the import says so.
 */
export async function withFitPictures(text: string): Promise<string> {
  const found = new Map<string, string>();
  for (const [whole, data = ''] of text.matchAll(address)) {
    if (found.has(whole)) continue;
    const fit = await fitForTheWeb(Buffer.from(data, 'base64'));
    if (fit !== null)
      found.set(whole, `data:${fit.type};base64,${Buffer.from(fit.bytes).toString('base64')}`);
  }
  return text.replace(address, (whole) => found.get(whole) ?? whole);
}
