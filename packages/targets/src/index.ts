export { hasTargets, readTargets, type RowReport, type TargetRows } from './target.table.read.ts';
export { targetTable } from './target.table.write.ts';
