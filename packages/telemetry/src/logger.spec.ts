import { describe, expect, it } from 'vitest';
import { createLogger, type Logger } from './logger.ts';

function listening(level?: string): { readonly log: Logger; readonly lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = [];
  const log = createLogger({
    service: 'hub',
    ...(level === undefined ? {} : { level }),
    write: (line) => {
      lines.push(JSON.parse(line) as Record<string, unknown>);
    },
  });
  return { log, lines };
}

describe('a log line', () => {
  it('says who, when, how grave and what', () => {
    const { log, lines } = listening();
    log.warn({ delivery: '7K3QZP4M:1:sms:publish' }, 'delivery waits');
    expect(lines).toEqual([
      {
        level: 'warn',
        time: expect.stringMatching(/^\d{4}-.*Z$/) as string,
        service: 'hub',
        delivery: '7K3QZP4M:1:sms:publish',
        msg: 'delivery waits',
      },
    ]);
  });

  it.each([
    ['at the top', { token: 'open sesame' }],
    ['one level down', { far: { phone: 'open sesame', secret: 'open sesame' } }],
    ['two levels down', { request: { headers: { authorization: 'open sesame', cookie: 'open sesame' } } }],
    ['in a list', { people: [{ password: 'open sesame' }] }],
  ])('never shows a secret %s', (_where, fields) => {
    const { log, lines } = listening();
    log.info(fields, 'said');
    expect(JSON.stringify(lines)).not.toContain('open sesame');
    expect(JSON.stringify(lines)).toContain('[hidden]');
  });

  it('carries the fields of the logger it comes from, and hides its secrets too', () => {
    const { log, lines } = listening();
    log.child({ channel: 'sms', token: 'open sesame' }).info({ attempt: 2 }, 'tried');
    expect(lines[0]).toMatchObject({ service: 'hub', channel: 'sms', attempt: 2 });
    expect(JSON.stringify(lines)).not.toContain('open sesame');
  });

  it('is not written below the level', () => {
    const { log, lines } = listening('warn');
    log.info({}, 'detail');
    expect(lines).toEqual([]);
  });
});
