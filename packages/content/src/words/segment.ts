// What must stay together whatever the dictionary says: addresses, telephone numbers, numbers with their
// unit, Latin words.
const units = [
  '个工作日',
  '平方公里',
  '平方米',
  '立方米',
  '工作日',
  '万元',
  '亿元',
  '公里',
  '千米',
  '毫米',
  '厘米',
  '公斤',
  '千克',
  '小时',
  '分钟',
  '周岁',
  '号楼',
  '号线',
  '单元',
  '年',
  '月',
  '日',
  '时',
  '分',
  '秒',
  '号',
  '元',
  '米',
  '吨',
  '人',
  '户',
  '个',
  '名',
  '岁',
  '天',
  '周',
  '亩',
  '次',
  '级',
  '条',
  '项',
  '所',
  '楼',
  '层',
  '室',
  '路',
  '折',
  '倍',
  '度',
  '℃',
  '°C',
  '%',
  '％',
  '‰',
].join('|');
const atom = new RegExp(
  String.raw`https?:\/\/[\x21-\x7e]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\d+(?:[.,:：\-–~～/]\d+)*(?:${units})?|[A-Za-z]+(?:[.'’-][A-Za-z]+)*`,
  'gu',
);
const words = new Intl.Segmenter('zh', { granularity: 'word' });
const letters = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const trailing = /^[\p{M}\u200d]/u;

/** The smallest pieces a line may be broken into. Joined they are the text again. */
export function segmentWords(text: string): readonly string[] {
  const pieces: string[] = [];
  const add = (piece: string): void => {
    if (trailing.test(piece) && pieces.length > 0) pieces[pieces.length - 1] += piece;
    else pieces.push(piece);
  };
  let from = 0;
  for (const found of text.matchAll(atom)) {
    for (const { segment } of words.segment(text.slice(from, found.index))) add(segment);
    add(found[0]);
    from = found.index + found[0].length;
  }
  for (const { segment } of words.segment(text.slice(from))) add(segment);
  return pieces;
}

/**
 * Characters that never join with a neighbour: nearly every text consists of them alone, and needs no
 * segmenter.
 */
const single = /^[\u0020-\u007e\u2014\u2018-\u201d\u2026\u3001-\u3011\u4e00-\u9fff\uff01-\uff65]*$/;

/** What a reader takes for one character. */
export const graphemes = (text: string): readonly string[] =>
  single.test(text) ? text.split('') : Array.from(letters.segment(text), ({ segment }) => segment);
