import 'reflect-metadata';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { mountHealth } from '@towncrier/telemetry';
import type { FastifyInstance } from 'fastify';
import { AppModule } from './app.module.ts';
import type { Hub } from './compose.ts';
import { hearOut } from './http/hear-out.hook.ts';
import { ProblemError } from './http/problem.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { TraceInterceptor } from './http/trace.interceptor.ts';

/** Bytes of a request body; images travel inside it. */
export const bodyLimit = 8 * 1024 * 1024;

const tooMany = (seconds: number): ProblemError =>
  new ProblemError(429, 'too-many-requests', `提交过于频繁，请 ${Math.ceil(seconds / 60)} 分钟后再试`, {
    retryAfter: seconds,
  });

/** The web application around a hub; not listening yet. */
export async function createApp(hub: Hub): Promise<NestFastifyApplication> {
  const { TRUSTED_PROXIES: proxies } = hub.parts.settings;
  const trustProxy = proxies.length === 0 ? false : [...proxies];
  const adapter = new FastifyAdapter({ bodyLimit, forceCloseConnections: true, trustProxy });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(hub), adapter, {
    logger: ['warn'],
    abortOnError: false,
    bodyParser: false,
  });
  app.useBodyParser('application/json', { bodyLimit });
  app.useGlobalFilters(new ProblemFilter(hub.parts.log, hub.refusals));
  app.useGlobalInterceptors(new TraceInterceptor());
  await app.register(cookie);
  await app.register(multipart);
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { ttl }) => tooMany(Math.ceil(ttl / 1000)),
  });
  const http: FastifyInstance = app.getHttpAdapter().getInstance();
  hearOut(http, bodyLimit);
  mountHealth(http, {
    store: hub.parts.store,
    broker: hub.parts.broker,
    metrics: hub.parts.metrics,
    brokerOptional: true,
  });
  await hub.mount(http);
  return app;
}
