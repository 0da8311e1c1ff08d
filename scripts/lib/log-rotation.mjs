import { copyFileSync, existsSync, renameSync, rmSync, statfsSync, statSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';

/** A log is put aside at this size (bytes), and so many of those put aside are kept. */
const usual = { bytes: 20 * 1024 * 1024, keep: 5, spare: 1024 ** 3 };
/** How often (ms) logs are looked at. */
const everyMs = 10_000;

/**
 * Puts a log aside once it is large: `hub.log` becomes `hub.log.1`, that `hub.log.2`, the oldest goes. Whoever
 * writes goes on in the same file, which must be open for appending. On the last gigabyte of the disk nothing is
 * put aside: that space is for what must not be lost.
 * @param {string} log
 * @param {{ bytes: number, keep: number, spare: number }} limits
 */
export function rotate(log, { bytes, keep, spare } = usual) {
  if (!existsSync(log) || statSync(log).size <= bytes) return;
  const aside = (/** @type {number} */ n) => `${log}.${n}`;
  const { bavail, bsize } = statfsSync(dirname(log));
  if (bavail * bsize - statSync(log).size < spare) {
    for (let n = 1; n <= keep; n += 1) rmSync(aside(n), { force: true });
  } else {
    for (let n = keep - 1; n >= 1; n -= 1) if (existsSync(aside(n))) renameSync(aside(n), aside(n + 1));
    copyFileSync(log, aside(1));
  }
  truncateSync(log);
}

/** Looks after a log until the returned function is called. @param {string} log */
export function keepSmall(log) {
  const look = setInterval(() => {
    try {
      rotate(log);
    } catch {
      // the folder may be gone, or the disk full: the next look will see
    }
  }, everyMs).unref();
  return () => clearInterval(look);
}
