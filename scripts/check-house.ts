import { channelFaults, fileRules, sizesOf } from './lib/house-rules.ts';
import { sourceFiles } from './lib/source-files.ts';

/** Median and ninth tenth of the lines per file the house keeps to. */
const bounds = { median: 70, p90: 220 };

const files = sourceFiles();
const sizes = sizesOf(files);
const faults = [
  ...fileRules.flatMap((rule) =>
    files
      .filter((f) => rule.applies(f.path))
      .flatMap((f) => rule.faults(f).map((fault) => `${rule.name}: ${f.path}: ${fault}`)),
  ),
  ...channelFaults(files).map((fault) => `channels: ${fault}`),
  ...(sizes.median > bounds.median
    ? [`size: the median file has ${sizes.median} lines, at most ${bounds.median}`]
    : []),
  ...(sizes.p90 > bounds.p90
    ? [`size: nine tenths of the files have up to ${sizes.p90} lines, at most ${bounds.p90}`]
    : []),
];
for (const fault of faults) console.log(fault);
console.log(
  `${sizes.files} files, median ${sizes.median} lines, p90 ${sizes.p90}, longest ${sizes.longest.lines} (${sizes.longest.path})`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
