/** What libxml2 says of one fault, as far as this needs it. */
export interface XmlFault {
  readonly message: string;
  readonly line: number;
}

/** Words for a fault, by what libxml2 says in English; the first that matches. */
const words: readonly (readonly [RegExp, (found: readonly string[]) => string])[] = [
  [
    /Element '([^']+)': \[facet 'enumeration'\] The value '([^']*)' is not an element of the set \{(.*)\}/,
    ([name = '', value = '', set = '']) =>
      `元素 ${bare(name)} 的值“${value}”不在规定的取值之内（${set.replaceAll("'", '').replaceAll(', ', '、')}）`,
  ],
  [
    /Element '([^']+)': \[facet 'pattern'\] The value '([^']*)'/,
    ([name = '', value = '']) => `元素 ${bare(name)} 的值“${value}”写法不对`,
  ],
  [
    /Element '([^']+)': This element is not expected\. Expected is (?:one of )?\((.*)\)/,
    ([name = '', expected = '']) => `元素 ${bare(name)} 的位置不对，这里应为 ${list(expected)}`,
  ],
  [/Element '([^']+)': This element is not expected/, ([name = '']) => `这里不应有元素 ${bare(name)}`],
  [
    /Element '([^']+)': Missing child element\(s\)\. Expected is (?:one of )?\((.*)\)/,
    ([name = '', expected = '']) => `元素 ${bare(name)} 之内缺少 ${list(expected)}`,
  ],
  [
    /No matching global declaration available for the validation root/,
    () => '根元素不是 CAP 1.2 的 alert（请核对命名空间）',
  ],
  [/attribute '([^']+)'.*not allowed/, ([name = '']) => `不应有属性 ${bare(name)}`],
  [/Element '([^']+)'/, ([name = '']) => `元素 ${bare(name)} 的值不符合规定`],
];

/** For whoever has to ask the sender. */
export function faultInWords({ message, line }: XmlFault): string {
  for (const [pattern, say] of words) {
    const found = pattern.exec(message);
    if (found !== null) return `第 ${line} 行：${say(found.slice(1))}`;
  }
  return `第 ${line} 行：不是完整的 XML`;
}

const bare = (name: string): string => name.replace(/\{[^}]*\}/g, '');
const list = (names: string): string => bare(names).trim().split(', ').join('、');
