import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';

const mega = 1024 * 1024;

/** Names of a PDF that run or open something (ISO 32000-1, 12.6.4), as readers understand them. */
const runs = /\/(?:JavaScript|JS|Launch|RichMedia|EmbeddedFile|SubmitForm|ImportData)(?![A-Za-z0-9])/;

/** A name may be written in hexadecimal: `/J#61vaScript` is `/JavaScript` (7.3.5). */
const unescaped = (text: string): string =>
  text.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Objects may lie compressed in a stream (7.5.7); other streams hold pages and pictures, and name nothing. */
function* streamsOf(raw: Buffer): Iterable<string> {
  for (let at = raw.indexOf('stream'); at !== -1; at = raw.indexOf('stream', at + 6)) {
    if (raw.subarray(at - 3, at).toString('latin1') === 'end') continue;
    const from = raw[at + 6] === 0x0d ? at + 8 : at + 7;
    const end = raw.indexOf('endstream', from);
    if (end === -1) return;
    const header = raw.subarray(Math.max(0, at - 400), at).toString('latin1');
    if (!/\/ObjStm/.test(unescaped(header))) continue;
    yield inflated(raw.subarray(from, end));
  }
}

/** What cannot be looked into is no document for the public. */
function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes, { maxOutputLength: 32 * mega }).toString('latin1');
  } catch {
    return '/JavaScript';
  }
}

/** Whether a PDF holds scripts, programs or files of its own, in whatever form they are written. */
export function pdfRuns(raw: Buffer): boolean {
  const text = unescaped(raw.toString('latin1'));
  // an encrypted document keeps its scripts from being seen
  if (/\/Encrypt\s/.test(text) || runs.test(text)) return true;
  for (const objects of streamsOf(raw)) if (runs.test(unescaped(objects))) return true;
  return false;
}

const ownPrograms = /vbaProject|vbaData|macroEnabled|activeX|oleObject|macrosheet/i;
const harmlessEmbedding = /\.xlsx$/i;

/**
 * Whether an Office file holds macros or objects, or fetches something when it is opened: a template, a picture, a
 * frame. The workbook behind a chart is no program, and a link is followed by whoever clicks it.
 */
export function officeRuns(bytes: Uint8Array): boolean {
  const names: string[] = [];
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        return /\.rels$|^\[Content_Types\]\.xml$/i.test(name) && originalSize <= 4 * mega;
      },
    });
    const embedded = names.filter((name) => /\/embeddings\/./i.test(name) && !harmlessEmbedding.test(name));
    if (embedded.length > 0 || names.some((name) => ownPrograms.test(name))) return true;
    return Object.entries(parts).some(([name, part]) => {
      const text = Buffer.from(part).toString('utf8');
      return name.endsWith('.xml') ? ownPrograms.test(text) : fetches(text);
    });
  } catch {
    return true;
  }
}

/** A relationship to something outside that is more than a link. */
const fetches = (relationships: string): boolean =>
  [...relationships.matchAll(/<Relationship\b[^>]*>/g)].some(
    ([one]) =>
      /TargetMode\s*=\s*["']External["']/i.test(one) && !/Type\s*=\s*["'][^"']*\/hyperlink["']/i.test(one),
  );
