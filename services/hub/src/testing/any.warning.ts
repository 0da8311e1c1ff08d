import { contentHash, importSource } from '@towncrier/content';
import type { Edition, IllustratedEdition } from '@towncrier/contracts';
import fc from 'fast-check';
import { editionOf } from '../publications/releases/edition.ts';
import { inForm } from '../publications/warning.form.ts';
import { capInfo, type CapInfo, type CapMessage } from '../surroundings/warnings/cap.message.ts';
import { readCap } from '../surroundings/warnings/cap.read.ts';
import { writeCap } from '../surroundings/warnings/cap.write.ts';
import { draftOf } from '../surroundings/warnings/warning.draft.ts';
import { flood, floodInfo } from '../surroundings/warnings/warning.sample.ts';

const characters = fc.constantFrom(...'预警山洪镇𠮷㙟村，。；、（）<&"\'# a1', '\n');
/** Words that are not only white space, of `max` characters at most; long ones as often as short ones. */
const words = (max: number): fc.Arbitrary<string> =>
  fc
    .record({ piece: fc.string({ minLength: 1, maxLength: 40, unit: characters }), length: fc.nat(max - 1) })
    .map(({ piece, length }) => {
      const long = piece.repeat(Math.ceil((length + 1) / piece.length)).slice(0, length);
      return `山${long}`.toWellFormed().trim();
    });
const line = (max: number): fc.Arbitrary<string> => words(max).map((w) => w.replace(/\s+/g, ' '));

const info: fc.Arbitrary<CapInfo> = fc.record({
  event: line(60),
  category: fc.constant('Met'),
  urgency: fc.constant('Immediate'),
  severity: fc.constantFrom(...capInfo.shape.severity.options),
  certainty: fc.constant('Likely'),
  onset: fc.constantFrom(null, floodInfo.onset),
  expires: fc.constant(floodInfo.expires),
  senderName: line(150),
  headline: fc.oneof(fc.constant(''), line(300)),
  description: words(20_000),
  instruction: fc.oneof(fc.constant(''), words(5000)),
  contact: fc.constantFrom('', '0873-7123456', '请联系开远市气象台值班室'),
  areas: fc.array(line(400), { minLength: 1, maxLength: 200 }),
});

/** Messages that the standard allows and this house takes, up to the longest. */
export const anyWarning: fc.Arbitrary<CapMessage> = fc
  .array(info, { minLength: 1, maxLength: 10 })
  .map((infos) => ({ ...flood, infos }));

/** What channels get of a message: written, read, and put into form as it is when it comes in. */
export function editionOfWarning(
  message: CapMessage,
  more: Partial<Omit<Edition, 'content'>> = {},
): IllustratedEdition {
  const draft = draftOf(readCap(writeCap(message)).message);
  const { lane = 'urgent', matter, source, format, title, shortTitle, summary, header } = draft;
  const given = {
    format,
    source: typeof source === 'string' ? source : JSON.stringify(source),
    title,
    shortTitle,
    summary,
    header,
  };
  const { content: words } = importSource(given);
  if (words === null) throw new Error('a warning that is no edition');
  const content = inForm(words, matter ?? {});
  const record = { edition: 1, contentHash: contentHash(content), lane };
  const edition = editionOf('https://www.example.gov.cn', '7K3QZP4M', record, content);
  return { ...edition, content: { ...content, media: [] }, ...more };
}
