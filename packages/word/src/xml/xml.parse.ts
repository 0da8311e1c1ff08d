import { SaxesParser } from 'saxes';
import type { Limits } from '../word.limits.ts';
import { WordUnreadable } from '../word.unreadable.ts';
import { usualName } from './xml.names.ts';
import type { XmlElement } from './xml.element.ts';

/**
 * The tree of one part. A document type is refused, so no entity can be declared; depth, number of elements and
 * number of cells are bounded while it is read.
 * @throws WordUnreadable
 */
export function parseXml(source: string, limits: Limits): XmlElement {
  const tree = new Tree(limits);
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw new WordUnreadable('文件内容已损坏；请在 Word 或 WPS 中打开并重新保存后再导入', { cause: error });
  });
  parser.on('doctype', () => {
    throw new WordUnreadable('文件里有不允许的实体声明；请在 Word 或 WPS 中重新保存后再导入');
  });
  parser.on('opentag', (tag) => {
    const attributes: Record<string, string> = {};
    for (const { uri, local, prefix, value } of Object.values(tag.attributes))
      if (prefix !== 'xmlns' && local !== 'xmlns') attributes[usualName(uri, local, prefix)] = value;
    tree.open(usualName(tag.uri, tag.local, tag.prefix), attributes);
  });
  parser.on('text', (text) => tree.write(text));
  parser.on('cdata', (text) => tree.write(text));
  parser.on('closetag', () => tree.close());
  parser.write(source).close();
  if (tree.root === undefined) throw new WordUnreadable('文件里没有正文；请重新保存后再导入');
  return tree.root;
}

class Tree {
  root: XmlElement | undefined;
  private readonly above: XmlElement[] = [];
  private elements = 0;
  private cells = 0;
  private readonly limits: Limits;

  constructor(limits: Limits) {
    this.limits = limits;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const element: XmlElement = { name, attributes, children: [], text: '' };
    const parent = this.above.at(-1);
    if (parent === undefined) this.root ??= element;
    else parent.children.push(element);
    this.above.push(element);
    this.elements += 1;
    if (name === 'w:tc') this.cells += 1;
    this.check();
  }

  write(text: string): void {
    const here = this.above.at(-1);
    if (here !== undefined && here.children.length === 0) here.text += text;
  }

  close(): void {
    this.above.pop();
  }

  private check(): void {
    const { depth, cells, elements } = this.limits;
    if (this.above.length > depth)
      throw new WordUnreadable(`文件里的表格或控件嵌套超过 ${depth} 层；请简化后再导入`);
    if (this.cells > cells)
      throw new WordUnreadable(`文件里的表格超过 ${cells} 格；请拆成几份，或把表格作为附件`);
    if (this.elements > elements)
      throw new WordUnreadable('文件太大，超过一次能导入的篇幅；请拆成几份，或把全文作为附件');
  }
}
