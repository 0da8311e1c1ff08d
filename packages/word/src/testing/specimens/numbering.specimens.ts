import {
  cell,
  level,
  lists,
  numbered,
  ordinaryStyles,
  p,
  r,
  row,
  style,
  styled,
  table,
} from '../word.markup.ts';
import type { Specimen } from './specimen.ts';

const outline =
  level(0, 'chineseCountingThousand', '%1、') +
  level(1, 'chineseCounting', '（%2）') +
  level(2, 'decimal', '%3.');

/** Numbers that stand in no run: Word counts them from numbering.xml. */
export const numberingSpecimens: readonly Specimen[] = [
  {
    name: 'headings 一、（一）1. that begin anew under each heading above',
    file: {
      numbering: lists(outline),
      body: [0, 1, 2, 2, 1, 2, 0, 1]
        .map((at, i) => p(`事项${'甲乙丙丁戊己庚辛'[i]}`, numbered(1, at)))
        .join(''),
    },
    shows:
      '<p>一、事项甲</p><p>（一）事项乙</p><p>1. 事项丙</p><p>2. 事项丁</p><p>（二）事项戊</p><p>1. 事项己</p>' +
      '<p>二、事项庚</p><p>（一）事项辛</p>',
    computed: ['1', '2'],
  },
  {
    name: 'articles that count on after plain paragraphs',
    file: {
      numbering: lists(level(0, 'chineseCountingThousand', '第%1条')),
      body:
        p('为了保护环境。', numbered(1)) +
        p('违反第二条的，依法处理。') +
        p('本办法适用于本市。', numbered(1)),
    },
    shows: '<p>第一条 为了保护环境。</p><p>违反第二条的，依法处理。</p><p>第二条 本办法适用于本市。</p>',
  },
  {
    name: 'a plain list around a paragraph without number',
    file: {
      numbering: lists(level(0, 'decimal', '%1.')),
      body:
        p('身份证', numbered(1)) + p('户口簿', numbered(1)) + p('以上为必备材料。') + p('照片', numbered(1)),
    },
    shows: '<p>1. 身份证</p><p>2. 户口簿</p><p>以上为必备材料。</p><p>3. 照片</p>',
    computed: ['1', '2', '3'],
  },
  {
    name: 'numbers that come with the style of a heading',
    file: {
      styles:
        ordinaryStyles +
        style(
          'h',
          'heading 3',
          '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="2"/></w:pPr>',
        ),
      numbering: lists(
        level(0, 'japaneseCounting', '第%1章') + level(1, 'decimal', '%1.%2', '<w:pStyle w:val="h"/>'),
      ),
      body: p('总则', numbered(1)) + p('目的', styled('h')) + p('范围', styled('h')),
    },
    shows: '<p>第一章 总则</p><h2>一.1 目的</h2><h2>一.2 范围</h2>',
    computed: ['1', '2'],
  },
  {
    name: 'a heading whose number is taken off',
    file: {
      styles: ordinaryStyles + style('n', 'List', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
      numbering: lists(level(0, 'decimal', '%1、')),
      body:
        p('甲', styled('n')) +
        p('乙', `${styled('n')}<w:numPr><w:numId w:val="0"/></w:numPr>`) +
        p('丙', styled('n')),
    },
    shows: '<p>1、甲</p><p>乙</p><p>2、丙</p>',
    computed: ['1', '2'],
  },
  {
    name: 'a list that begins at five, and one that begins anew',
    file: {
      numbering:
        lists(level(0, 'decimal', '%1）').replace('<w:start w:val="1"/>', '<w:start w:val="5"/>')) +
        '<w:num w:numId="7"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
      body: p('甲', numbered(1)) + p('乙', numbered(1)) + p('丙', numbered(7)) + p('丁', numbered(7)),
    },
    shows: '<p>5）甲</p><p>6）乙</p><p>1）丙</p><p>2）丁</p>',
    computed: ['5', '6', '1', '2'],
  },
  {
    name: 'a deeper level that never begins anew',
    file: {
      numbering: lists(
        level(0, 'chineseCounting', '第%1章') +
          level(1, 'chineseCounting', '第%2条', '<w:lvlRestart w:val="0"/>'),
      ),
      body:
        p('总则', numbered(1)) +
        p('目的', numbered(1, 1)) +
        p('附则', numbered(1)) +
        p('施行', numbered(1, 1)),
    },
    shows: '<p>第一章 总则</p><p>第一条 目的</p><p>第二章 附则</p><p>第二条 施行</p>',
  },
  {
    name: 'levels above shown as digits',
    file: {
      numbering: lists(level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%1.%2', '<w:isLgl/>')),
      body: p('甲', numbered(1)) + p('乙', numbered(1)) + p('丙', numbered(1, 1)),
    },
    shows: '<p>一、甲</p><p>二、乙</p><p>2.1 丙</p>',
    computed: ['2', '1'],
  },
  ...(
    [
      ['decimalEnclosedCircle', '%1', ['①', '②']],
      ['decimalEnclosedCircleChinese', '%1', ['①', '②']],
      ['lowerLetter', '%1.', ['a. ', 'b. ']],
      ['upperLetter', '（%1）', ['（A）', '（B）']],
      ['lowerRoman', '%1)', ['i) ', 'ii) ']],
      ['upperRoman', '%1、', ['I、', 'II、']],
      ['ideographTraditional', '%1、', ['甲、', '乙、']],
      ['ideographZodiac', '%1、', ['子、', '丑、']],
      ['chineseLegalSimplified', '%1、', ['壹、', '贰、']],
      ['ideographEnclosedCircle', '%1', ['㊀', '㊁']],
    ] as const
  ).map(([format, text, [one, two]]): Specimen => ({
    name: `numbers of the kind ${format}`,
    file: { numbering: lists(level(0, format, text)), body: p('事项', numbered(1)) + p('其他', numbered(1)) },
    shows: `<p>${one}事项</p><p>${two}其他</p>`,
  })),
  {
    name: 'numbers in cells',
    file: {
      numbering: lists(level(0, 'decimal', '%1.')),
      body: table(
        row(cell('材料'), cell(p('身份证', numbered(1)) + p('户口簿', numbered(1)) + p('照片', numbered(1)))),
      ),
    },
    shows: '<table><tr><td>材料</td><td><p>1. 身份证</p><p>2. 户口簿</p><p>3. 照片</p></td></tr></table>',
    computed: ['1', '2', '3'],
  },
  {
    name: 'bullets are a list, boxes and ticks are text',
    file: {
      numbering: lists(
        level(0, 'bullet', '\uf06c').replace(
          '</w:lvl>',
          '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:lvl>',
        ) + level(1, 'bullet', '–'),
        level(0, 'bullet', '\uf0a8').replace(
          '</w:lvl>',
          '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:lvl>',
        ),
      ),
      body:
        p('东区', numbered(1)) +
        p('一号楼', numbered(1, 1)) +
        p('西区', numbered(1)) +
        p('同意', numbered(2)),
    },
    shows: '<ul><li>东区<ul><li>一号楼</li></ul></li><li>西区</li></ul><p>☐同意</p>',
  },
  {
    name: 'a deeper level without one above is said to be doubtful',
    file: {
      numbering: lists(level(0, 'decimal', '%1') + level(1, 'decimal', '%1.%2')),
      body: p('范围', numbered(1, 1)),
    },
    shows: '<p>1.1 范围</p>',
    losses: ['list-number 第1段 1.1'],
    computed: ['1'],
  },
  {
    name: 'a format nobody has looked at is said to be doubtful',
    file: { numbering: lists(level(0, 'koreanCounting', '%1.')), body: p('范围', numbered(1)) },
    shows: '<p>1. 范围</p>',
    losses: ['list-number 第1段 1.'],
    computed: ['1'],
  },
  {
    name: 'numbers of deleted paragraphs are not counted',
    file: {
      numbering: lists(level(0, 'decimal', '%1.')),
      body:
        p('甲', numbered(1)) +
        p(
          '<w:del w:id="3"><w:r><w:delText>乙</w:delText></w:r></w:del>',
          `${numbered(1)}<w:rPr><w:del w:id="4"/></w:rPr>`,
        ) +
        p(r('丙'), numbered(1)),
    },
    shows: '<p>1. 甲</p><p>2. 丙</p>',
    losses: ['open-revision 第2段 删除段落标记', 'open-revision 第2段 删除：乙'],
    computed: ['1', '2'],
  },
];
