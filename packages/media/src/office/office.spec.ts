import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSharp } from '../sharp.loader.ts';
import { drawingTwin, hasOffice, officeTwin } from '../testing/office.twin.ts';
import { Office } from './office.ts';

const file = Buffer.from('<office:document/>');
const enough = 20_000;

describe('an office program draws', { timeout: 30_000 }, () => {
  it('the first page of every file, cut to what is on it', async () => {
    const [one, two] = await new Office(drawingTwin().program).drawn('fodt', [file, file], enough);
    const sharp = await loadSharp();
    // 40 × 20 points at three pixels each
    expect(await sharp(one ?? undefined).metadata()).toMatchObject({ format: 'png', width: 120, height: 60 });
    expect(two).toEqual(one);
  });

  it('nothing where it draws nothing, fails, writes rubbish, or is not there', async () => {
    const offices = [
      drawingTwin(false).program,
      officeTwin('exit 1').program,
      officeTwin('echo no PDF > "$out/0.pdf"').program,
      'an-office-that-nobody-has',
    ];
    for (const program of offices)
      expect(await new Office(program).drawn('fodt', [file], enough)).toEqual([null]);
  });

  it('and leaves no file behind', async () => {
    const { program, folder } = officeTwin('echo "$out" > "$folder/out"; echo words > "$out/0.pdf"');
    await new Office(program).drawn('fodt', [file], enough);
    const out = readFileSync(join(folder, 'out'), 'utf8').trim();
    expect([existsSync(out), existsSync(dirname(out))]).toEqual([false, false]);
  });

  it('in time, or is ended with all that it started', async () => {
    const { program, folder } = officeTwin('sleep 300 & echo $! > "$folder/child"; wait');
    expect(await new Office(program).drawn('fodt', [file], 500)).toEqual([null]);
    const child = Number(readFileSync(join(folder, 'child'), 'utf8'));
    await expect.poll(() => isRunning(child)).toBe(false);
  });

  it('one thing at a time, and not for who waited too long', async () => {
    const { program, folder } = officeTwin(
      'mkdir "$folder/busy" || touch "$folder/two-at-once"; sleep 0.2; rmdir "$folder/busy"',
    );
    const office = new Office(program);
    await Promise.all([
      office.drawn('fodt', [file], enough),
      office.drawn('fodt', [file], enough),
      office.drawn('fodt', [file], 1),
    ]);
    expect(existsSync(join(folder, 'two-at-once'))).toBe(false);
  });

  it('without our settings: it needs none, and they hold secrets', async () => {
    const { program, folder } = officeTwin('env > "$folder/env"');
    await new Office(program).drawn('fodt', [file], enough);
    const names = readFileSync(join(folder, 'env'), 'utf8').match(/^\w+(?==)/gm) ?? [];
    expect(names.filter((name) => /TOKEN|SECRET|NATS|FONTCONFIG|VITEST/.test(name))).toEqual([]);
    expect(names).toContain('PATH');
  });
});

describe.skipIf(!hasOffice)('LibreOffice', { timeout: 40_000 }, () => {
  it('never draws the code of a file that it does not know', async () => {
    const unknown = Buffer.from('<html>secret</html>');
    expect(await new Office('soffice').drawn('docx', [unknown], enough)).toEqual([null]);
    expect(await new Office('soffice').drawn('fodt', [unknown], enough)).toEqual([null]);
  });
});

/** A child that ended and was not waited for is still a name in the table of processes (state Z). */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const state = `/proc/${pid}/stat`;
  return existsSync(state) && !readFileSync(state, 'utf8').includes(') Z ');
}
