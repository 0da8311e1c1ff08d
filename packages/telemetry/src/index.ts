export { mountHealth, type HealthParts } from './health.routes.ts';
export { createLogger, type Logger, type LoggerOptions } from './logger.ts';
export { createMetrics, type Metrics } from './metrics.ts';
export { metricNames } from './metric-names.ts';
export { stopOnSignals } from './stop-on-signals.ts';
export { startTelemetry, type Telemetry } from './start.ts';
export { currentTraceparent, tracer, withSpan, type SpanOptions } from './tracing.ts';
