import type { PublicationView } from '../publications/publication.view.ts';
import { notice, type HubClient } from './hub.client.ts';
import type { HubLab } from './hub.lab.ts';

/** The people it takes to bring a notice out, each at the public API. */
export class Newsroom {
  private constructor(
    readonly editor: HubClient,
    readonly reviewer: HubClient,
    readonly secrecy: HubClient,
  ) {}

  static async of(lab: HubLab): Promise<Newsroom> {
    return new Newsroom(
      await lab.signedIn('editor'),
      await lab.signedIn('reviewer'),
      await lab.signedIn('secrecy'),
    );
  }

  /** @param goOn channels that are away, without whose answer the editor goes on */
  async approved(draft: PublicationView, goOn: readonly string[] = []): Promise<PublicationView> {
    const submitted = await this.editor.act(`/${draft.id}/submit`, { version: draft.version, goOn });
    const contentHash = submitted.editions.at(-1)?.contentHash;
    const read = await this.reviewer.act(`/${draft.id}/approve`, { version: submitted.version, contentHash });
    return this.secrecy.act(`/${draft.id}/clear`, { version: read.version, contentHash });
  }

  async release(draft: PublicationView, goOn: readonly string[] = []): Promise<PublicationView> {
    const approved = await this.approved(draft, goOn);
    return this.editor.act(`/${draft.id}/publish`, { version: approved.version });
  }

  async published(more: object = {}): Promise<PublicationView> {
    return this.release(await this.editor.act('', { ...notice, ...more }));
  }
}
