import { describe, expect, it } from 'vitest';
import { importSource } from './import-source.ts';
import { lossFinding, severityOf } from './losses/loss.ts';

const read = (lines: readonly string[], header: Readonly<Record<string, string>> = {}) =>
  importSource({ format: 'text', source: lines.join('\n'), header });
/** Field, severity and words of what is said of the head of a document. */
const told = (...given: Parameters<typeof read>) =>
  read(...given)
    .losses.map((loss) => [lossFinding(loss).field, severityOf(loss), loss.excerpt])
    .filter(([field]) => field?.startsWith('header.'));

const title = '开远市水务局关于停水的通知';
const signed = ['开远市水务局', '2026年2月28日'];

describe('the day a document was written', () => {
  it('is told of nobody where all places agree', () => {
    expect(told(['成文日期：2026-02-28', title, '明日停水。', ...signed])).toEqual([]);
    expect(told([title, '明日停水。', '开远市水务局', '二〇二六年二月二十八日'])).toEqual([]);
  });

  it('is a doubt where header block and signature differ: the first is taken, the editor confirms', () => {
    const lines = ['成文日期：2026-02-01', title, '明日停水。', ...signed];
    expect(read(lines).content?.header.writtenOn).toBe('2026-02-01');
    expect(told(lines)).toEqual([
      ['header.writtenOn', 'block', '版头信息：2026年2月1日；落款：2026年2月28日'],
    ]);
  });

  it('from a line without a signature is compared with the header block, which is believed', () => {
    expect(told(['成文日期：2026-02-01', title, '2026年2月28日', '停水。'])).toEqual([
      ['header.writtenOn', 'block', '版头信息：2026年2月1日；单独一行：2026年2月28日'],
    ]);
    expect(told(['成文日期：2026-02-28', title, '2026年2月28日', '停水。'])).toEqual([]);
  });

  it('of publication is a doubt where the header block says two', () => {
    expect(told(['发布日期：2026-03-01', '发布日期：2026-03-02', title, '停水。', ...signed])).toEqual([
      ['header.publishedOn', 'block', '版头信息：2026年3月1日；版头信息：2026年3月2日'],
    ]);
  });

  it('is settled by the editor who fills it in', () => {
    const lines = ['成文日期：2026-02-01', title, '明日停水。', ...signed];
    expect(told(lines, { writtenOn: '2026-02-28' })).toEqual([]);
    expect(read(lines, { writtenOn: '2026-02-28' }).content?.header.writtenOn).toBe('2026-02-28');
  });

  it('is not settled by a field that is left empty', () => {
    const lines = ['成文日期：2026-02-01', title, '明日停水。', ...signed];
    expect(told(lines, { writtenOn: '' })).toHaveLength(1);
    expect(read(lines, { writtenOn: '' }).content?.header.writtenOn).toBe('2026-02-01');
  });

  it('is a doubt where two signatures say two days', () => {
    const enclosed = ['附件', '停水方案', '请储水。', '开远市城建局', '2026年1月5日'];
    expect(told([title, '明日停水。', ...signed, ...enclosed], { issuer: '开远市水务局' })).toEqual([
      ['header.writtenOn', 'block', '落款：2026年1月5日；另一处落款：2026年2月28日'],
    ]);
  });

  it('from a line without a signature is told, and stops nothing', () => {
    expect(told([title, '2026年2月28日', '明日停水。'])).toEqual([
      ['header.writtenOn', 'advise', '单独一行：2026年2月28日'],
    ]);
  });

  it('is a doubt when it comes after the day of printing or of publication', () => {
    expect(told([title, '明日停水。', ...signed, '开远市水务局办公室 2026年2月27日印发'])).toEqual([
      ['header.writtenOn', 'block', '成文日期：2026年2月28日；版记印发日期：2026年2月27日'],
    ]);
    for (const day of ['28', '29'])
      expect(
        told([
          title,
          '明日停水。',
          '开远市水务局',
          '2028年2月28日',
          `开远市水务局办公室 2028年2月${day}日印发`,
        ]),
      ).toEqual([]);
    expect(told(['发布日期：2026-02-28', title, '明日停水。', ...signed])).toEqual([]);
    expect(told(['发布日期：2026-02-01', title, '明日停水。', ...signed])).toEqual([
      ['header.publishedOn', 'block', '发布日期：2026年2月1日；成文日期：2026年2月28日'],
    ]);
    expect(told(['发布日期：2026-03-02', title, '明日停水。', ...signed])).toEqual([]);
  });
});

describe('the numbers of a document', () => {
  it('agree whatever brackets they are written with', () => {
    expect(told(['文号：开政发[2026]3号', '开政发〔2026〕第3号', title, '明日停水。', ...signed])).toEqual(
      [],
    );
  });

  it('are a doubt where two places give two', () => {
    const lines = ['文号：开政发〔2026〕3号', title, '开水发〔2026〕7号', '明日停水。', ...signed];
    expect(told(lines)).toEqual([
      ['header.documentNumber', 'block', '版头信息：开政发〔2026〕3号；标题下：开水发〔2026〕7号'],
    ]);
    expect(read(lines).content?.header.documentNumber).toBe('开政发〔2026〕3号');
  });

  it('in a red head and below the title: the second stays in the text', () => {
    const lines = ['开政发〔2026〕3号', title, '开政发〔2026〕8号', '明日停水。', ...signed];
    expect(told(lines)).toEqual([
      ['header.documentNumber', 'block', '红头：开政发〔2026〕3号；标题下：开政发〔2026〕8号'],
    ]);
    expect(JSON.stringify(read(lines).content?.body)).toContain('开政发〔2026〕8号');
  });

  it('that stand above and below the title alike are one, and leave the text', () => {
    const lines = ['开政发〔2026〕3号', title, '开政发〔2026〕3号', '明日停水。', ...signed];
    expect(told(lines)).toEqual([]);
    expect(read(lines).content?.header.documentNumber).toBe('开政发〔2026〕3号');
    expect(JSON.stringify(read(lines).content?.body)).not.toContain('开政发');
  });

  it('below the title alone are taken out of the text', () => {
    const { content } = read([title, '开水发〔2026〕7号', '明日停水。', ...signed]);
    expect(content?.header.documentNumber).toBe('开水发〔2026〕7号');
    expect(JSON.stringify(content?.body)).not.toContain('开水发');
  });

  it('that a header block says twice, and differently, are a doubt', () => {
    const block = ['索引号：000014348/2017-06603', '索引号：000014348/2017-06604', '发布机构：开远市水务局'];
    expect(told([...block, title, '明日停水。', ...signed])).toEqual([
      ['header.originalIndexNumber', 'block', expect.stringContaining('06603')],
    ]);
  });
});
