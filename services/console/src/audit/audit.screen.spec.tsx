import { describe, expect, it } from 'vitest';
import { refusal } from '../testing/fake.hub.ts';
import { button, hubFor, screen, show, waitFor } from '../testing/screen.tsx';
import type { AuditRow } from './audit.ts';
import { AuditPage } from './audit.page.tsx';

const hash = '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae';
const line: AuditRow = {
  sequence: 12,
  algorithm: 'sha256',
  previous: hash,
  hash,
  fact: {
    id: 'a1',
    at: '2026-11-23T02:00:00.000Z',
    who: 'wangfang',
    from: '10.0.0.8',
    act: 'publication.publicationEnded',
    about: 'publication/7K3QZP4M',
    before: null,
    after: null,
    reason: '检修取消',
  },
};
const town = () => hubFor('auditor').on('get', '/api/v1/audit', { items: [line], cursor: '12' });

describe('the trail', () => {
  it('tells who did what, when, from where and why', async () => {
    town();
    show(<AuditPage />);

    const seen = (await screen.findByText('终止')).closest('tr')?.textContent;
    for (const words of ['12', 'wangfang', '10.0.0.8', '发布件 7K3QZP4M', '检修取消', '2c26b46b', '10:00:00'])
      expect(seen).toContain(words);
  });

  it('is looked up by subject, from the first page on', async () => {
    const hub = town();
    const user = show(<AuditPage />);
    await screen.findByText('终止');
    await user.click(button('下一页'));
    await waitFor(() => expect(hub.to('get', '/audit').at(-1)?.query).toEqual({ limit: '50', after: '12' }));
    await user.type(screen.getByLabelText('对象'), ' publication/7K3QZP4M {Enter}');

    await waitFor(() =>
      expect(hub.to('get', '/audit').at(-1)?.query).toEqual({ limit: '50', about: 'publication/7K3QZP4M' }),
    );
  });

  it('is looked up by the words it is drawn with, and stands in them in the field', async () => {
    const hub = town();
    const user = show(<AuditPage />);
    await screen.findByText('终止');
    await user.type(screen.getByLabelText('对象'), '发布件 7K3QZP4M{Enter}');

    await waitFor(() =>
      expect(hub.to('get', '/audit').at(-1)?.query).toEqual({ limit: '50', about: 'publication/7K3QZP4M' }),
    );
    expect(screen.getByLabelText<HTMLInputElement>('对象').value).toBe('发布件 7K3QZP4M');
  });

  it('shows what the hub has no words for as it stands in the trail', async () => {
    const old = { ...line, fact: { ...line.fact, act: 'thing.done', about: 'thing/7', who: 'system' } };
    hubFor('auditor').on('get', '/api/v1/audit', { items: [old] });
    show(<AuditPage />);

    const seen = (await screen.findByText('thing.done')).closest('tr')?.textContent;
    for (const words of ['系统', 'thing/7']) expect(seen).toContain(words);
  });

  it('is looked through on demand, and never called whole by what the house says of itself', async () => {
    town().on('get', '/api/v1/audit/verification', {
      ok: true,
      provenTo: null,
      rows: 120,
      anchors: 3,
      problems: [],
    });
    const user = show(<AuditPage />);
    await user.click(button('核验全链'));

    expect(await screen.findByText('未证明：120 行、3 个锚，未发现改动、缺失或错序')).toBeTruthy();
  });

  it('names every place where it is broken', async () => {
    town().on('get', '/api/v1/audit/verification', {
      ok: false,
      provenTo: null,
      rows: 120,
      anchors: 3,
      problems: [
        { kind: 'changed', sequence: 7, words: '第 7 行被改动' },
        { kind: 'missing', sequence: 9, words: '第 9 行缺失' },
      ],
    });
    const user = show(<AuditPage />);
    await user.click(button('核验全链'));

    expect(await screen.findByText('第 7 行被改动；第 9 行缺失')).toBeTruthy();
  });

  it('is closed to others, in words', async () => {
    hubFor('editor').on('get', '/api/v1/audit', refusal(403, '只有审计人员可以查看审计记录'));
    show(<AuditPage />);

    expect(await screen.findByText('只有审计人员可以查看审计记录')).toBeTruthy();
  });
});
