import sanitizeHtml from 'sanitize-html';

// Elements whose text is not text for readers.
const silent = [
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'embed',
  'applet',
  'textarea',
  'select',
  'option',
  'button',
  'title',
  'head',
  'audio',
  'video',
  'canvas',
  'xmp',
  'plaintext',
  'noembed',
  'noframes',
  'map',
  'frameset',
  'datalist',
];

// Deeper nesting than any document needs; keeps hostile input from exhausting the stack of the walker.
const nestingLimit = 60;

// What our model has a node for, and what only holds such things together.
const kept = [
  'p',
  'div',
  'section',
  'article',
  'main',
  'header',
  'footer',
  'aside',
  'address',
  'center',
  'pre',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'blockquote',
  'figure',
  'figcaption',
  'img',
  'table',
  'caption',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'td',
  'th',
  'hr',
  'br',
  'a',
  'strong',
  'b',
  'u',
];

const attributes = {
  a: ['href'],
  img: ['src', 'alt'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
  ol: ['start'],
  p: ['align'],
};

/** Lets only the elements and attributes through that our model has a node for. What is left is text. */
export const cleanHtml = (source: string): string =>
  sanitizeHtml(source, {
    allowedTags: kept,
    allowedAttributes: attributes,
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['http', 'https', 'data'] },
    allowProtocolRelative: false,
    nonTextTags: silent,
    disallowedTagsMode: 'discard',
    nestingLimit,
    parseStyleAttributes: false,
  });
