export { importThreads, ImportThreads, type WordMakers } from './import.threads.ts';
export { ImportRefused } from './import.refused.ts';
