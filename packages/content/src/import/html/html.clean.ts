import sanitizeHtml from 'sanitize-html';
import { attributeVerdicts, keptTags, silentTags } from './html.verdicts.ts';

// Deeper nesting than any document needs; keeps hostile input from exhausting the stack of the walker.
const nestingLimit = 60;

const attributes = Object.fromEntries(
  Object.entries(attributeVerdicts).map(([element, names]) => [
    element,
    Object.keys(names).filter((name) => names[name] === 'kept'),
  ]),
);

/** Lets only the elements and attributes through that our model has a node for. What is left is text. */
export const cleanHtml = (source: string): string =>
  sanitizeHtml(source, {
    allowedTags: [...keptTags],
    allowedAttributes: attributes,
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['http', 'https', 'data', 'media'] },
    allowProtocolRelative: false,
    nonTextTags: [...silentTags],
    disallowedTagsMode: 'discard',
    nestingLimit,
    parseStyleAttributes: false,
  });
