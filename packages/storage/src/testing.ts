export { describeCollection } from './testing/collection.suite.ts';
