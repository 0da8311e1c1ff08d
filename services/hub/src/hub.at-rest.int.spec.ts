import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { HubLab } from './testing/hub.lab.ts';

let lab: HubLab;
beforeEach(async () => {
  lab = await HubLab.open();
});
afterEach(() => lab.close());

const request = {
  applicant: { kind: 'person', name: '李建国', idNumber: '532502198001011234', contact: '13987654321' },
  wanted: { description: '请提供灵泉东路征地补偿方案', form: 'email' },
};

it('nobody who reads the store reads a second factor, or what a citizen asks and how to reach them', async () => {
  const filed = await lab
    .visitor()
    .post<{ id: string }>('/api/public/v1/disclosure-requests', { organisation: 'kysrmzf', ...request });
  expect(filed.status).toBe(201);
  const officer = await lab.signedIn('disclosure');
  const read = await officer.get<{ applicant: object }>(`/api/v1/disclosure-requests/${filed.body.id}`);
  expect(read.body).toMatchObject(request);

  const folder = lab.hub.parts.settings.TOWNCRIER_DATA;
  const files = (await readdir(folder, { withFileTypes: true })).filter(
    (f) => f.isFile() && f.name !== 'credentials.json',
  );
  expect(files.map((f) => f.name)).toEqual(expect.arrayContaining([expect.stringMatching(/sqlite|db/)]));
  const { secondFactor } = (
    JSON.parse(await readFile(join(folder, 'credentials.json'), 'utf8')) as {
      name: string;
      secondFactor: string;
    }[]
  ).find((p) => p.name === 'reviewer') ?? { secondFactor: '' };
  for (const { name } of files) {
    const bytes = await readFile(join(folder, name));
    const hits = [secondFactor, '李建国', '532502198001011234', '13987654321', '征地补偿方案'].filter(
      (words) => bytes.includes(Buffer.from(words)),
    );
    expect(hits, name).toEqual([]);
  }
  expect((await stat(join(folder, 'keys', 'hub.key'))).mode & 0o777).toBe(0o600);
});
