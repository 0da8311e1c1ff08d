/** How long (ms) the other tabs of the browser are waited for. */
const waitMs = 300;

interface Asked {
  readonly ask: string;
}
interface Answered {
  readonly answer: string;
  readonly open: readonly string[];
}
type Said = Asked | Answered;
type Line = Pick<BroadcastChannel, 'postMessage' | 'addEventListener' | 'removeEventListener'>;

/** What is being written at this moment, in this tab and in the others of the browser. */
export class RollCall {
  readonly #open = new Set<string>();

  constructor(private readonly line: Line) {
    line.addEventListener('message', ({ data }: MessageEvent<Said>) => {
      if ('ask' in data) line.postMessage({ answer: data.ask, open: [...this.#open] });
    });
  }

  /** Something is being written here, until the returned function is called. */
  enter(key: string): () => void {
    this.#open.add(key);
    return () => void this.#open.delete(key);
  }

  /** A tab that does not answer in time is taken for closed: what it writes is then offered, and lost nowhere. */
  async open(): Promise<ReadonlySet<string>> {
    const ask = nameOfItsOwn();
    const open = new Set(this.#open);
    const hear = ({ data }: MessageEvent<Said>): void => {
      if ('answer' in data && data.answer === ask) for (const key of data.open) open.add(key);
    };
    this.line.addEventListener('message', hear);
    this.line.postMessage({ ask });
    await new Promise((done) => setTimeout(done, waitMs));
    this.line.removeEventListener('message', hear);
    return open;
  }
}

/** Sixteen letters and digits that nobody else has. */
export const nameOfItsOwn = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => (byte % 36).toString(36)).join('');

let call: RollCall | undefined;
/** Of this tab. */
export const rollCall = (): RollCall => (call ??= new RollCall(new BroadcastChannel('towncrier-writing')));
