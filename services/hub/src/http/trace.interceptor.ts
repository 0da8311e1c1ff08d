import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { SpanKind } from '@opentelemetry/api';
import { withSpan } from '@towncrier/telemetry';
import type { FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';

/**
 * One trace from the request on: what it lets out carries it through outbox and broker to the settled
 * delivery.
 */
@Injectable()
export class TraceInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.method === 'GET') return next.handle();
    const parent = request.headers['traceparent'];
    const options = { kind: SpanKind.SERVER, ...(typeof parent === 'string' ? { parent } : {}) };
    return from(
      withSpan(`${request.method} ${request.routeOptions.url ?? ''}`, options, () =>
        lastValueFrom(next.handle(), { defaultValue: undefined }),
      ),
    );
  }
}
