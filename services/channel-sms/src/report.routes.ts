import { deliveryOfCall } from '@towncrier/channel-kit';
import { sameSecret } from '@towncrier/secrets';
import type { Collection } from '@towncrier/storage';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Result } from './results.ts';

/**
 * SmsReport of Dysmsapi: a JSON array; answered with `{code: 0}` or delivered again after 1, 5 and 10
 * minutes.
 */
const report = z
  .array(
    z.looseObject({
      phone_number: z.string(),
      success: z.boolean(),
      err_code: z.string().default(''),
      report_time: z.string().default(''),
      biz_id: z.string().default(''),
      out_id: z.string(),
    }),
  )
  .max(1000);

export interface ReportParts {
  readonly secret: string;
  readonly results: Collection<Result>;
  readonly sighted: (key: string) => void;
}

/** Reports are not signed, so the secret is part of the address. */
export function mountReports(http: FastifyInstance, parts: ReportParts): void {
  http.post<{ Params: { secret: string } }>('/callbacks/sms-report/:secret', async (request, reply) => {
    if (!sameSecret(request.params.secret, parts.secret))
      return reply.code(404).send({ code: 404, msg: 'not found' });
    const told = report.safeParse(request.body);
    if (!told.success) return reply.code(400).send({ code: 400, msg: z.prettifyError(told.error) });
    await Promise.all(
      told.data.map((r) =>
        keep(parts.results, {
          _id: `${r.out_id}|${r.phone_number}`,
          delivery: deliveryOfCall(r.out_id),
          call: r.out_id,
          phone: r.phone_number,
          state: r.success ? 'delivered' : 'failed',
          receipt: r.biz_id,
          code: r.err_code,
          at: r.report_time,
        }),
      ),
    );
    for (const key of new Set(told.data.map((r) => r.out_id))) parts.sighted(key);
    return { code: 0, msg: 'received' };
  });
}

async function keep(results: Collection<Result>, fresh: Omit<Result, 'version'>): Promise<void> {
  await results.change(fresh._id, (known) => (known === null || known.state === 'submitted' ? fresh : null));
}
