import { centred, large, level, lists, numbered, ordinaryStyles, p, r, styled } from '../word.markup.ts';
import type { Specimen } from './specimen.ts';

const paper = (name: string, body: string, shows: string): Specimen => ({
  name,
  file: { styles: ordinaryStyles, numbering: lists(level(0, 'chineseCounting', '%1、')), body },
  shows,
});
const big = (text: string): string => p(r(text, large), centred);

/** Which words are the title, and which never are. */
export const titlesSpecimens: readonly Specimen[] = [
  paper(
    'a chapter with the first style of headings is none, the line above is',
    p('关于做好秋季灌溉的通知') + p('总体要求', styled('1')) + p('节约用水。'),
    '<h1>关于做好秋季灌溉的通知</h1><h2>总体要求</h2><p>节约用水。</p>',
  ),
  paper(
    'a chapter alone at the top is none either',
    p('总体要求', styled('1')) + p('节约用水。'),
    '<h2>总体要求</h2><p>节约用水。</p>',
  ),
  paper(
    'a numbered heading is none',
    p('申报条件', `${styled('1')}${numbered(1)}`) + p('年满60周岁。'),
    '<h2>一、申报条件</h2><p>年满60周岁。</p>',
  ),
  paper(
    'a heading without number that comes first and alone is one',
    p('停水安排', styled('1')) + p('各片区时间如下。') + p('东区', styled('2')),
    '<h1>停水安排</h1><p>各片区时间如下。</p><h2>东区</h2>',
  ),
  paper(
    'what its author marked as title, over two lines, below red head and number',
    p(r('开远市水务局文件', '<w:sz w:val="72"/>'), centred) +
      p('开水发〔2026〕8号', centred) +
      p('开远市水务局关于', styled('a3')) +
      p('计划停水的公告', styled('a3')) +
      p('正文。'),
    '<p align="center">开远市水务局文件</p><p align="center">开水发〔2026〕8号</p><h1>开远市水务局关于计划停水的公告</h1><p>正文。</p>',
  ),
  paper(
    'an issuer and a date below it are not part of it',
    big('关于禁止焚烧秸秆的通告') +
      p(r('开远市人民政府', large), centred) +
      big('2026年11月20日') +
      p('正文。'),
    '<h1>关于禁止焚烧秸秆的通告</h1><p align="center"><strong>开远市人民政府</strong></p>' +
      '<p align="center"><strong>2026年11月20日</strong></p><p>正文。</p>',
  ),
  paper(
    'an issuer above it is',
    big('开远市人民政府办公室') + big('关于公布公共服务事项') + big('清单的通知') + p('正文。'),
    '<h1>开远市人民政府办公室关于公布公共服务事项清单的通知</h1><p>正文。</p>',
  ),
  paper(
    'centred lines of the size of the text, as far as they make a title',
    p('关于征集意见的', centred) + p('公告', centred) + p('各有关单位', centred) + p('正文。'),
    '<h1>关于征集意见的公告</h1><p align="center">各有关单位</p><p>正文。</p>',
  ),
  paper(
    'one that is broken by hand in its line',
    p(`<w:r><w:rPr>${large}</w:rPr><w:t>关于开展</w:t><w:br/><w:t>春季植树活动的通知</w:t></w:r>`, centred) +
      p('正文。'),
    '<h1>关于开展春季植树活动的通知</h1><p>正文。</p>',
  ),
  paper(
    'with its draft mark, and urgency above',
    p('特急') + big('殡葬管理办法') + big('（征求意见稿）') + p('正文。'),
    '<p>特急</p><h1>殡葬管理办法（征求意见稿）</h1><p>正文。</p>',
  ),
  paper(
    'words that are no title give none',
    p('各村民小组：') + p('明日停水。'),
    '<p>各村民小组：</p><p>明日停水。</p>',
  ),
];
