import { htmlElementAttributes } from 'html-element-attributes';
import type { HtmlElement } from './html.inline.ts';

const everywhere = new Set(htmlElementAttributes['*']);
/** For programs, not for readers: handlers, data, help for screen readers, namespaces, marks of office programs. */
const forPrograms =
  /^(?:on|data-|aria-|xmlns|xml:|v-|ng-|@|:|[a-z]\w*:)|^(?:role|part|align|valign|background|bordercolor\w*|hspace|vspace|nowrap|width|height|color|face|size|clear|border|bgcolor|type|kind|where|count|class|cite|datetime)$/;

/** Attributes that neither HTML knows nor are for programs: they may say something that nobody carries over. */
export function unknownAttributes({ tagName, attrs }: HtmlElement): readonly string[] {
  const own = htmlElementAttributes[tagName] ?? [];
  return attrs
    .map(({ name }) => name)
    .filter((name) => !everywhere.has(name) && !own.includes(name) && !forPrograms.test(name));
}
