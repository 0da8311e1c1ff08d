import { EventEmitter } from 'node:events';

/** That a dead letter came, for whoever listens while this process lives. */
export class LetterNews {
  private readonly live = new EventEmitter<{ letter: [] }>();

  constructor() {
    this.live.setMaxListeners(0);
  }

  tell(): void {
    this.live.emit('letter');
  }

  onLetter(listener: () => void): () => void {
    this.live.on('letter', listener);
    return () => void this.live.off('letter', listener);
  }
}
