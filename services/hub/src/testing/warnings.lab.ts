import { publications } from '../publications/publication.document.ts';
import type { PublicationView } from '../publications/publication.view.ts';
import type { HubClient } from './hub.client.ts';
import { HubLab } from './hub.lab.ts';
import type { CapInfo, CapMessage, CapName } from '../surroundings/warnings/cap.message.ts';
import { writeCap } from '../surroundings/warnings/cap.write.ts';
import type { Relayed } from '../surroundings/warnings/warning.office.ts';
import { flood, floodInfo } from '../surroundings/warnings/warning.sample.ts';

/** A hub with two duty officers: one hands messages in, the other confirms. */
export class WarningsLab {
  private constructor(
    readonly lab: HubLab,
    readonly duty: HubClient,
    readonly duty2: HubClient,
  ) {}

  static async open(): Promise<WarningsLab> {
    const lab = await HubLab.open();
    return new WarningsLab(lab, await lab.signedIn('duty'), await lab.signedIn('duty2'));
  }

  send(xml: string, by = this.duty) {
    return by.post<Relayed>('/api/v1/warnings', { xml });
  }

  relay(message: CapMessage, by = this.duty) {
    return this.send(writeCap(message), by);
  }

  confirmed(p: PublicationView): Promise<PublicationView> {
    const { contentHash } = p.editions.at(-1) ?? {};
    return this.duty2.act(`/${p.id}/urgent/confirm`, { version: p.version, contentHash });
  }

  async released(message: CapMessage = flood): Promise<PublicationView> {
    return this.confirmed((await this.relay(message)).body);
  }

  async stateOf(id: string): Promise<string | undefined> {
    return (await (await this.lab.store.collection(publications)).get(id))?.state;
  }
}

export const nameOf = ({ sender, identifier, sent }: CapMessage): CapName => ({ sender, identifier, sent });

export const saying = (more: Partial<CapInfo>, message: CapMessage = flood): CapMessage => ({
  ...message,
  infos: [{ ...floodInfo, ...more }],
});

/** A message five minutes after the flood warning, about it. */
export const after = (msgType: CapMessage['msgType'], info: Partial<CapInfo> = {}): CapMessage => ({
  ...saying(info),
  identifier: '53250241600000_20261123110000_0',
  sent: '2026-11-23T09:05:00+08:00',
  msgType,
  references: [nameOf(flood)],
});
