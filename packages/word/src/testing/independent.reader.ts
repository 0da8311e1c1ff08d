import { strFromU8, unzipSync } from 'fflate';

/**
 * The words of a Word document by a plain walk over `w:t`, which shares nothing with the importer: each run of
 * the body and of the notes, whatever it looks like, in order. Of two alternatives, the first.
 */
export function independentRuns(bytes: Uint8Array): readonly string[] {
  const parts = unzipSync(bytes);
  return ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml'].flatMap((name) => {
    const xml = parts[name];
    return xml === undefined ? [] : runsOf(strFromU8(xml));
  });
}

function runsOf(xml: string): readonly string[] {
  const once = xml.replace(/<mc:Fallback\b[\s\S]*?<\/mc:Fallback>/g, '');
  return [...once.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) =>
    text
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&#39;|&apos;/g, "'")
      .replace(/&amp;/g, '&'),
  );
}

/** The names of all elements of the parts with words, as the file writes them. */
export function elementNames(bytes: Uint8Array): ReadonlySet<string> {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) =>
    /^word\/(?:document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml$/.test(name),
  );
  return new Set(
    parts.flatMap(([, xml]) =>
      [...strFromU8(xml).matchAll(/<([\w-]+:[\w-]+)/g)].map(([, name = '']) => name),
    ),
  );
}
