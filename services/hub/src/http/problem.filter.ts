import { randomUUID } from 'node:crypto';
import { NoCalendarFor, UnknownTimeLimit } from '@towncrier/calendar';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { BrokerUnavailable } from '@towncrier/messaging';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { throwError, type Observable } from 'rxjs';
import type { HubLog } from '../ports/hub.parts.ts';
import { noCalendar } from './no-calendar.ts';
import { describeProblem, ProblemError, type ProblemDetails } from './problem.ts';
import { refusalOf, type Refusals } from './refusal.trail.ts';

/**
 * The only place where an error becomes an answer. Errors of event handlers are passed on: the strategy
 * decides about them.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly log: HubLog,
    private readonly refusals: Refusals,
  ) {}

  catch(error: unknown, host: ArgumentsHost): Observable<never> | Promise<void> {
    if (host.getType() !== 'http') return throwError(() => error);
    return this.answer(error, host.switchToHttp().getRequest(), host.switchToHttp().getResponse());
  }

  private async answer(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const details = this.describe(error);
    const refusal = refusalOf(request, details);
    if (refusal !== null) await this.refusals.note(refusal);
    if (details.retryAfter !== undefined) void reply.header('retry-after', String(details.retryAfter));
    void reply
      .status(details.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(details));
  }

  private describe(error: unknown): ProblemDetails {
    if (error instanceof ProblemError) return error.details;
    if (error instanceof NoCalendarFor) {
      const { code, words } = noCalendar(error.year);
      return describeProblem(422, code, words);
    }
    if (error instanceof UnknownTimeLimit)
      return describeProblem(
        422,
        'unknown-time-limit',
        `公开事项目录中的时限规则 ${error.word} 无法识别，不能据此计算期限；请在目录中改正该事项的时限后重新生效`,
      );
    if (error instanceof BrokerUnavailable)
      return describeProblem(503, 'broker-unavailable', '消息总线暂时不可用，没有任何变化；请稍后再试');
    if (error instanceof HttpException && error.getStatus() < 500) return fromFramework(error);
    const incident = randomUUID();
    this.log.error(
      { incident, error: error instanceof Error ? (error.stack ?? error.message) : String(error) },
      'request failed',
    );
    return describeProblem(500, 'internal', `系统出现意外错误，请把编号 ${incident} 告诉运维人员`, {
      incident,
    });
  }
}

/** What the framework refuses before a controller sees it. */
const framework: Readonly<Record<number, { readonly code: string; readonly detail: string }>> = {
  400: { code: 'bad-request', detail: '请求无法读取：正文应为 UTF-8 编码的 JSON' },
  404: { code: 'not-found', detail: '没有这个地址，请核对网址' },
  413: {
    code: 'body-too-large',
    detail: '请求正文超过 8 MiB 上限；请压缩或减少图片，或把附件改为链接，再重新提交',
  },
  415: { code: 'unsupported-media-type', detail: '只接受 application/json' },
};

function fromFramework(error: HttpException): ProblemDetails {
  const status = error.getStatus();
  const known = framework[status] ?? { code: 'refused', detail: '请求被拒绝' };
  return describeProblem(status, known.code, known.detail);
}
