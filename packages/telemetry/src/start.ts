/** Stops exporting; spans still in memory are sent first. */
export interface Telemetry {
  shutdown(): Promise<void>;
}

/**
 * Traces go to an OTLP/HTTP collector when one is named. Without one the SDK is not even loaded.
 * @param options.endpoint base address, e.g. `http://127.0.0.1:4318`
 */
export async function startTelemetry(options: { service: string; endpoint?: string }): Promise<Telemetry> {
  if (options.endpoint === undefined) return { shutdown: () => Promise.resolve() };
  const [{ NodeSDK }, { OTLPTraceExporter }] = await Promise.all([
    import('@opentelemetry/sdk-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
  ]);
  const sdk = new NodeSDK({
    serviceName: `towncrier-${options.service}`,
    traceExporter: new OTLPTraceExporter({ url: `${options.endpoint.replace(/\/$/, '')}/v1/traces` }),
    instrumentations: [],
  });
  sdk.start();
  return { shutdown: () => sdk.shutdown() };
}
