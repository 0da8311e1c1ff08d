export { anyEdition } from './testing/arbitrary.ts';
export { hostile } from './testing/hostile.ts';
export { jsonText } from './testing/json.text.ts';
export { faultsIn } from './testing/safe.html.ts';
export { editionOf, paragraph, sampleWithdrawal, samples } from './testing/samples.ts';
export { spokenWords } from './testing/spoken.words.ts';
