import { demonstration } from '../src/demonstration.ts';

type Answer = Record<string, unknown>;

/** The material library of an account as its operator sees it on the platform's own page. */
export class Library {
  constructor(
    private readonly twin: string,
    private readonly account: (typeof demonstration)[number] = demonstration[0],
  ) {}

  /** Media ids of its images. */
  async all(): Promise<readonly string[]> {
    const asked = { type: 'image', offset: 0, count: 20 };
    const { item } = await this.call('/cgi-bin/material/batchget_material', asked);
    return (item as { media_id: string }[]).map(({ media_id }) => media_id);
  }

  async empty(): Promise<void> {
    for (const media_id of await this.all()) await this.call('/cgi-bin/material/del_material', { media_id });
  }

  private async call(path: string, body: object): Promise<Answer> {
    const { facts, secrets } = this.account;
    const credentials = { appid: facts.appId, secret: secrets.appSecret };
    const { access_token } = await this.post('/cgi-bin/stable_token', credentials);
    return this.post(`${path}?access_token=${String(access_token)}`, body);
  }

  private async post(path: string, body: object): Promise<Answer> {
    const headers = { 'content-type': 'application/json' };
    const said = { method: 'POST', headers, body: JSON.stringify(body) };
    return (await (await fetch(`${this.twin}${path}`, said)).json()) as Answer;
  }
}
