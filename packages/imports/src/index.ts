export {
  documentThreads,
  importThreads,
  ImportThreads,
  sourceThreads,
  type WordMakers,
} from './import.threads.ts';
export { ImportRefused } from './import.refused.ts';
