import { expect, it } from 'vitest';
import { documentNumberFault } from './document-number.ts';

it.each(['开政办发〔2026〕8号', '云政发〔2017〕106号', '国办函〔2018〕12号'])(
  '%s is written as GB/T 9704-2012 asks',
  (number) => {
    expect(documentNumberFault(number)).toBeNull();
  },
);

it.each([
  ['开政办发[2026]8号', '开政办发〔2026〕8号'],
  ['开政办发（2026）08号', '开政办发〔2026〕8号'],
  ['开政办发〔2026〕第8号', '开政办发〔2026〕8号'],
  ['开政办发【26】8', '开政办发〔2026〕8号'],
  ['第8号令', null],
])('%s should be %s', (number, better) => {
  expect(documentNumberFault(number)?.better).toBe(better);
});
