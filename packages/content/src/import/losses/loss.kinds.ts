import type { EditionHeader } from '@towncrier/contracts';

/** How a person is told of one kind of loss, and whether the words may mean something else without it. */
export interface LossKind {
  /** `block`: nobody may submit until the editor has looked; `advise`: worth a look. */
  readonly severity: 'block' | 'advise';
  /** What it is called, in the sentence “第3段：{title}…”. */
  readonly title: string;
  /** What the importer did with it. */
  readonly done: string;
  readonly remedy: string;
  /** Path in the content, where it is not about the body. */
  readonly field?: string;
}

const block = (title: string, done: string, remedy: string): LossKind => ({
  severity: 'block',
  title,
  done,
  remedy,
});
const advise = (title: string, done: string, remedy: string): LossKind => ({
  severity: 'advise',
  title,
  done,
  remedy,
});

const ofHeader = (field: keyof EditionHeader, kind: LossKind): LossKind => ({
  ...kind,
  field: `header.${field}`,
});
const ofIssuer = (kind: LossKind): LossKind => ofHeader('issuer', kind);

const checked = '请对照原文核对；无误的请确认。';
const byHand = '请在正文中补上，或另附文件；已处理的请确认。';

/** Everything an importer may change or leave out. Whoever meets a thing that is not here uses `unknown`. */
export const lossKinds = {
  'struck-text': block('带删除线的文字', '没有导入', '请在原文中删去或恢复后重新导入；确应删去的请确认。'),
  'hidden-text': block('隐藏文字', '没有导入', '确应隐藏的请确认；应公开的请在原文中取消隐藏后重新导入。'),
  'open-revision': block('未处理的修订', '按接受处理', '请在原文中接受或拒绝全部修订后重新导入。'),
  comment: block('未处理的批注', '没有导入', '请在原文中处理并删去批注后重新导入。'),
  equation: block('公式', '没有导入', byHand),
  drawing: block('图形、图表或嵌入对象', '没有导入', byHand),
  'lost-cell': block('表格单元格', '没有导入', byHand),
  'lost-text': block('文字', '没有导入', byHand),
  'unreadable-bytes': block('读不出的字', '照原样保留', '请对照原文补上，或另存为 UTF-8 后重新导入。'),
  'raised-text': block('上标或下标', '改写为带括号的文字', checked),
  'form-control': block('表单控件', '没有导入', byHand),
  'nested-table': advise('单元格里的表格', '改写为文字', checked),
  'too-deep': block('嵌套过深的内容', '没有导入', '请简化原文后重新导入。'),
  'too-long': block('超出长度的内容', '没有导入', '请拆成几份发布，或把全文作为附件。'),
  picture: advise(
    '图片（不是 PNG、JPEG、WebP、GIF，或读不出）',
    '没有导入',
    '请转换成 PNG 或 JPEG 后重新插入。',
  ),
  'remote-picture': advise('只有外部网址的图片', '没有导入', '请把图片另存后重新插入。'),
  'large-picture': advise(
    '过大或过多的图片',
    '没有导入',
    '单张不超过 20 MB，网页版合计不超过 4 MB，不多于 50 张；其余请作为附件。',
  ),
  'picture-pages': block(
    '多页或会动的图片',
    '只导入第一页',
    '请把其余各页另存为图片后分别插入；不需要的请确认。',
  ),
  'picture-pixels': advise(
    '像素过多的图片',
    '没有导入',
    '单张不超过1亿像素（如8000×6000），请缩小后重新插入。',
  ),
  'object-drawn': block('公式、图形或嵌入对象', '改为图片', '请对照原文核对图片；无误的请确认。'),
  'picture-changed': advise('图片', '已转换', checked),
  'picture-crop': block(
    '裁剪过的图片',
    '按未裁剪的原图导入',
    '请在原文中用“压缩图片”删除裁剪区域后重新导入；整幅都可公开的请确认。',
  ),
  'picture-moved': advise('单元格里的图片', '移到表后', checked),
  'contents-list': advise('自动目录', '没有导入', checked),
  link: advise('无法打开的链接', '只保留文字', '请填写完整网址，或作为附件上传。'),
  'embedded-media': advise('音视频或内嵌网页', '没有导入', '请以链接或附件代替。'),
  'page-header': advise('页眉、页脚或红头', '没有导入', checked),
  ruby: advise('注音', '改写在括号里', checked),
  footnote: advise('脚注或尾注', '移到文末“注释”', checked),
  'joined-lines': advise('硬换行', '已接成整段', checked),
  'page-mark': advise('页码或分隔线', '没有导入', checked),
  'compatibility-character': advise('部首或兼容字', '改为通用汉字', checked),
  'doubtful-encoding': block('文字编码', '按推测读取', '请对照首行核对；乱码的请另存为 UTF-8 后重新导入。'),
  'doubtful-issuer': ofIssuer(block('发布机构', '前后不一，暂取前者', '请核对并填写发布机构，或确认。')),
  'assumed-issuer': ofIssuer(advise('发布机构', '原文没有写明，暂取本单位', '如不正确，请填写发布机构。')),
  'doubtful-date': ofHeader(
    'writtenOn',
    block('成文日期', '前后不一，暂取前者', '请核对并填写成文日期，或确认。'),
  ),
  'assumed-date': ofHeader(
    'writtenOn',
    advise('成文日期', '没有落款单位，按推测读取', '如不正确，请填写成文日期。'),
  ),
  'doubtful-published': ofHeader(
    'publishedOn',
    block('发布日期', '前后不一，暂取前者', '请核对并填写发布日期，或确认。'),
  ),
  'doubtful-number': ofHeader(
    'documentNumber',
    block('文号', '前后不一，暂取前者', '请核对并填写文号，或确认。'),
  ),
  'doubtful-index': ofHeader(
    'originalIndexNumber',
    block('原索引号', '前后不一，暂取前者', '请核对原文；无误的请确认。'),
  ),
  'private-character': advise(
    '自造字（私用区字符）',
    '别的设备显示不出来，照原样保留',
    '请改用标准汉字，或以图片、拆字说明代替。',
  ),
  'left-markup': advise('未识别的标记符号', '照原样保留', '请删去多余的 *、_ 或 ~。'),
  'list-number': advise('列表编号', '改写为文字', checked),
  'hidden-row': block('隐藏的行', '没有导入', '应导入的请在表格中取消隐藏后重新导入；确应隐藏的请确认。'),
  'hidden-column': block('隐藏的列', '没有导入', '应导入的请在表格中取消隐藏后重新导入；确应隐藏的请确认。'),
  'hidden-sheet': block(
    '隐藏的工作表',
    '没有导入',
    '应导入的请在表格中取消隐藏后重新导入；确应隐藏的请确认。',
  ),
  'struck-row': block('划去的一行', '没有导入', '请在表格中删去或恢复后重新导入；确应划去的请确认。'),
  'other-table': block('另一张有表头的工作表', '没有导入', '请另存为单独的文件导入；不需导入的请确认。'),
  'other-sheet': advise('没有表头的工作表', '没有导入', checked),
  'cell-format': block('单元格的显示格式', '没有照搬', '请对照原表；无误的请确认，否则改为文本后重新导入。'),
  'cell-note': advise('单元格批注', '没有导入', checked),
  'formula-without-result': block(
    '没有计算结果的公式',
    '没有导入',
    '请用表格软件打开并保存一次，或改为数值后重新导入。',
  ),
  unknown: advise('不认识的内容', '只保留文字', checked),
} as const satisfies Readonly<Record<string, LossKind>>;
export type LossKindName = keyof typeof lossKinds;
