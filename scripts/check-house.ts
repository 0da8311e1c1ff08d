import { channelFaults, fileRules } from './lib/house-rules.ts';
import { sourceFiles } from './lib/source-files.ts';

const files = sourceFiles();
const faults = [
  ...fileRules.flatMap((rule) =>
    files
      .filter((f) => rule.applies(f.path))
      .flatMap((f) => rule.faults(f).map((fault) => `${rule.name}: ${f.path}: ${fault}`)),
  ),
  ...channelFaults(files).map((fault) => `channels: ${fault}`),
];
for (const fault of faults) console.log(fault);
console.log(`${files.length} files keep ${fileRules.length} rules`);
process.exitCode = faults.length === 0 ? 0 : 1;
