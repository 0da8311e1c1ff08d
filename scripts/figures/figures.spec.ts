import { describe, expect, it } from 'vitest';
import { figureLines, held, type Figure } from './figure.ts';
import { functionLengths } from './function.lengths.ts';
import { layoutFigures } from './layout.figures.ts';
import { testFigures } from './test.figures.ts';

const file = (path: string, text: string) => ({ path, text, lines: text.split('\n').length });
const figure = (figures: readonly Figure[], name: string): Figure => {
  const found = figures.find((f) => f.name === name);
  if (found === undefined) throw new Error(`no figure ${name}`);
  return found;
};
const lines = (count: number, line = '1;'): string => Array.from({ length: count }, () => line).join('\n');

describe('the lengths of functions', () => {
  it('count declarations, arrows and methods, the inner ones too, from first to last line', () => {
    const text = ['function a() {', '  return () => {', '    b();', '  };', '}', 'class C { d() {} }'].join(
      '\n',
    );
    expect(functionLengths('a.ts', text)).toEqual([
      { line: 1, lines: 5 },
      { line: 2, lines: 3 },
      { line: 6, lines: 1 },
    ]);
  });

  it('know components and types', () => {
    expect(functionLengths('a.tsx', 'const A = (p: { x: number }) => <b>{p.x}</b>;')).toHaveLength(1);
  });

  it('refuse what is no program', () => {
    expect(() => functionLengths('a.ts', 'function {')).toThrow('a.ts: ');
  });
});

describe('the figures of the layout', () => {
  it('give a wide character two columns', () => {
    const figures = layoutFigures([
      file('services/hub/src/a.ts', `// ${'告'.repeat(60)}\n// ${'a'.repeat(60)}`),
    ]);
    expect(figure(figures, 'lines over 120 columns').value).toBe(50);
    expect(figure(figures, 'lines over 160 columns').value).toBe(0);
  });

  it('count a function of 81 lines as too long, one of 80 as long', () => {
    const long = (count: number): string => `function a() {\n${lines(count - 2)}\n}`;
    const figures = layoutFigures([file('services/hub/src/a.ts', `${long(80)}\n${long(81)}`)]);
    expect(figure(figures, 'functions over 40 lines').value).toBe(2);
    expect(figure(figures, 'functions over 80 lines')).toMatchObject({
      value: 1,
      worst: ['services/hub/src/a.ts:81 has 81'],
    });
  });

  it('leave lists of tests and generated files alone', () => {
    const list = `describe('a', () => {\n${lines(100)}\n});`;
    const figures = layoutFigures([
      file('services/hub/src/a.spec.ts', list),
      file('services/hub/src/a.generated.ts', list),
    ]);
    expect(figure(figures, 'functions over 40 lines').value).toBe(0);
    expect(figure(figures, 'lines of the longest file').value).toBe(0);
  });
});

describe('the figures of the tests', () => {
  const files = [
    file('services/channel-sms/src/a.ts', lines(10)),
    file('services/channel-sms/twin/twin.ts', lines(10)),
    file('services/channel-sms/src/a.spec.ts', lines(4)),
    file('services/channel-sms/test/conformance.spec.ts', lines(1)),
    ...Array.from({ length: 12 }, (_, n) => file(`services/channel-sms/test/fixtures/${n}.json`, '{}')),
  ];

  it('set lines of tests against lines of source, twins included', () => {
    const share = figure(testFigures(files), 'lines of tests per source line of services/channel-sms/');
    expect(share.value).toBe(0.25);
    expect(held(share)).toBe(false);
  });

  it('count recorded answers by file', () => {
    expect(held(figure(testFigures(files), 'recorded answers of services/channel-sms/'))).toBe(true);
    expect(held(figure(testFigures(files), 'recorded answers of services/channel-weibo/'))).toBe(false);
  });
});

describe('a figure that is missed', () => {
  it('names its bound and where to look', () => {
    const missed: Figure = { name: 'lines', value: 1.005, bound: { most: 1 }, unit: ' %', worst: ['a.ts:1'] };
    expect(figureLines(missed)).toEqual(['✗ lines: 1 % (at most 1)', '    a.ts:1']);
    expect(figureLines({ ...missed, value: 1 })).toEqual(['· lines: 1 % (at most 1)']);
  });
});
