import type { Fault, TakeFault } from './twin.ts';

/** The faults a twin was told to have and has not had yet. */
export class FaultDesk {
  private readonly pending = new Map<Fault['kind'], { times: number; readonly ms: number }>();

  set({ kind, times = 1, ms = 0 }: Fault): void {
    this.pending.set(kind, { times, ms });
  }

  /** Every fault that is still to come, and how often. */
  get left(): readonly { readonly kind: Fault['kind']; readonly times: number }[] {
    return [...this.pending].flatMap(([kind, { times }]) => (times > 0 ? [{ kind, times }] : []));
  }

  /** It has none any more. */
  heal(): void {
    this.pending.clear();
  }

  readonly take: TakeFault = (kind) => {
    const fault = this.pending.get(kind);
    if (fault === undefined || fault.times <= 0) return null;
    fault.times -= 1;
    return { ms: fault.ms };
  };
}
