/**
 * On SIGTERM or SIGINT: carries out `steps` one after the other, then ends the process; 1 when a step failed.
 */
export function stopOnSignals(...steps: readonly (() => Promise<unknown>)[]): void {
  const stop = async (): Promise<void> => {
    for (const step of steps) await step();
    process.exit(0);
  };
  const once = (): void => {
    stop().catch((error: unknown) => {
      process.stderr.write(
        `cannot stop cleanly: ${error instanceof Error ? error.message : String(error)}\n`,
      );
      process.exit(1);
    });
  };
  process.once('SIGTERM', once);
  process.once('SIGINT', once);
}
