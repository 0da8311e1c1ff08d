import { gzipSync } from 'node:zlib';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { openApiDocument } from './subjects.ts';
import { HubLab } from './testing/hub.lab.ts';

let monitor: Server;
let lab: HubLab;
const heard: {
  method: string | undefined;
  url: string | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}[] = [];

beforeEach(async () => {
  heard.length = 0;
  monitor = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      // the hub itself listens, too
      if (request.url !== '/v1/stream')
        heard.push({ method: request.method, url: request.url, headers: request.headers, body });
      if (request.url === '/v1/stream') {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write('event: delivery\ndata: {"n":1}\n\n');
        return;
      }
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"items":[]}');
    });
  });
  await new Promise<void>((resolve) => monitor.listen(0, '127.0.0.1', resolve));
  lab = await HubLab.open({ MONITOR_URL: `http://127.0.0.1:${(monitor.address() as AddressInfo).port}` });
});
afterEach(async () => {
  monitor.closeAllConnections();
  await lab.close();
  await new Promise((resolve) => monitor.close(resolve));
});

describe('the way to the monitor', () => {
  it('keeps the person’s secrets, and passes nothing on that would change something', async () => {
    const operator = await lab.signedIn('operator');

    expect(await operator.get('/api/v1/monitor/deliveries?state=failed')).toMatchObject({
      status: 200,
      body: { items: [] },
    });
    expect((await operator.post('/api/v1/monitor/deliveries', {})).status).toBe(404);
    expect(heard).toMatchObject([
      {
        method: 'GET',
        url: '/v1/deliveries?state=failed',
        headers: { authorization: 'Bearer monitor-token-of-the-lab' },
      },
    ]);
    expect(heard[0]?.headers).not.toHaveProperty('cookie');
    expect(heard[0]?.headers).not.toHaveProperty('x-csrf-token');
  });

  it('lets only operators change anything', async () => {
    const editor = await lab.signedIn('editor');

    expect(await editor.post('/api/v1/monitor/deliveries/7K3QZP4M:1:sms:publish/retry', {})).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
    expect((await editor.get('/api/v1/monitor/deliveries?state=failed')).status).toBe(200);
    expect(heard.map((h) => h.url)).toEqual(['/v1/deliveries?state=failed']);
  });

  it('needs the token of the session like every changing call', async () => {
    const operator = await lab.signedIn('operator');
    operator.csrf = '';

    expect(await operator.post('/api/v1/monitor/deliveries/x/retry', {})).toMatchObject({
      status: 403,
      body: { code: 'csrf' },
    });
  });

  it('passes a live stream on as it comes', async () => {
    const editor = await lab.signedIn('editor');

    expect(await editor.first('/api/v1/monitor/stream')).toContain('event: delivery');
  });

  it('says so when the monitor is away', async () => {
    const editor = await lab.signedIn('editor');
    monitor.closeAllConnections();
    await new Promise((resolve) => monitor.close(resolve));

    expect(await editor.get('/api/v1/monitor/deliveries')).toMatchObject({
      status: 503,
      body: { code: 'monitor-unavailable' },
    });
  });
});

describe('everything else', () => {
  it('says how to build the console where it is not built', async () => {
    const answer = await lab.visitor().get<string>('/');

    expect(answer.body).toContain('控制台尚未构建');
  });

  it('serves the console, whose own pages all begin with its index', async () => {
    const folder = join(lab.hub.parts.settings.TOWNCRIER_DATA, 'built');
    await mkdir(join(folder, 'assets'), { recursive: true });
    await writeFile(join(folder, 'index.html'), '<title>告示</title>');
    await writeFile(join(folder, 'assets', 'app-1.js'), 'let a');
    const other = await HubLab.open({ CONSOLE_DIR: folder });

    await writeFile(join(folder, 'assets', 'app-1.js.gz'), gzipSync('let a'));

    const [page, script, odd, gone] = await Promise.all(
      ['/publications/7K3QZP4M', '/assets/app-1.js', '/..%2f..%2fcredentials.json', '/assets/app-0.js'].map(
        (path) => other.visitor().get<string>(path),
      ),
    );
    await other.close();

    expect(page).toMatchObject({ status: 200, body: '<title>告示</title>' });
    expect(page?.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(page?.headers.get('cache-control')).toBe('no-cache');
    expect(script).toMatchObject({ status: 200, body: 'let a' });
    expect(script?.headers.get('cache-control')).toContain('immutable');
    expect(script?.headers.get('content-encoding')).toBe('gzip');
    expect(odd?.body).toBe('<title>告示</title>');
    expect(gone).toMatchObject({ status: 404, body: { detail: '控制台已更新，请刷新页面' } });
  });

  it('serves the very OpenAPI document, as JSON and as YAML', async () => {
    const document = JSON.parse(JSON.stringify(openApiDocument())) as unknown;

    expect((await lab.visitor().get('/api/openapi.json')).body).toEqual(document);
    expect(parseYaml((await lab.visitor().get<string>('/api/openapi.yaml')).body)).toEqual(document);
  });

  it('is ready without the broker: work is taken in and waits', async () => {
    lab.broker.connected = false;

    expect(await lab.visitor().get('/health/ready')).toMatchObject({
      status: 200,
      body: { status: 'ok', store: 'ok', broker: 'not connected' },
    });
    expect((await lab.visitor().get('/health/live')).status).toBe(200);
  });
});
