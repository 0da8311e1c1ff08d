import { escapeHtml } from '@towncrier/content';
import type { Rendered } from '@towncrier/contracts';
import type { Browser } from 'playwright-core';

type Preview = NonNullable<Rendered['preview']>;

/** What one channel would show. */
export interface Shot {
  readonly title: string;
  readonly preview: Preview;
}

/** Of a column, and the most of a page that is shown (px). */
const [width, tallest] = [420, 1500];
const style = `
  body { margin: 0; padding: 16px; font: 15px/1.6 'Noto Sans CJK SC', sans-serif; background: #e9ebee; width: 1780px; }
  main { columns: 4; column-gap: 16px; }
  section { break-inside: avoid; margin: 0 0 16px; padding: 10px; background: #fff; border-radius: 6px; }
  h1 { font-size: 20px; margin: 0 0 12px; } h2 { font-size: 15px; margin: 0 0 8px; color: #565d66; }
  img { width: 100%; display: block; margin: 0 0 6px; border: 1px solid #ddd; box-sizing: border-box; }
  p { margin: 0 0 8px; padding: 8px 12px; background: #f2f3f5; border-radius: 8px; overflow-wrap: anywhere; white-space: pre-wrap; }
`;

/** Puts what all channels show beside each other. */
export class ContactSheet {
  private readonly browser: Browser;

  constructor(browser: Browser) {
    this.browser = browser;
  }

  /** @returns a PNG */
  async of(name: string, shots: readonly Shot[]): Promise<Buffer> {
    const sections: string[] = [];
    for (const { title, preview } of shots)
      sections.push(`<section><h2>${escapeHtml(title)}</h2>${await this.drawn(preview)}</section>`);
    const page = await this.browser.newPage({ viewport: { width: 1812, height: 900 } });
    try {
      const head = `<!doctype html><meta charset="utf-8"><style>${style}</style>`;
      await page.setContent(`${head}<h1>${escapeHtml(name)}</h1><main>${sections.join('')}</main>`);
      return await page.screenshot({ fullPage: true });
    } finally {
      await page.close();
    }
  }

  private async drawn(preview: Preview): Promise<string> {
    switch (preview.kind) {
      case 'text':
        return preview.parts.map((part) => `<p>${escapeHtml(part)}</p>`).join('');
      case 'images':
        return preview.images.map(({ dataUrl }) => `<img src="${dataUrl}">`).join('');
      case 'html':
        return `<img src="data:image/jpeg;base64,${(await this.page(preview)).toString('base64')}">`;
    }
  }

  private async page({ html, width: own }: Extract<Preview, { kind: 'html' }>): Promise<Buffer> {
    const page = await this.browser.newPage({ viewport: { width: own, height: 600 } });
    try {
      await page.setContent(html);
      const whole = await page.evaluate(() => document.documentElement.scrollHeight);
      const height = Math.min(whole, Math.round((tallest * own) / width));
      const clip = { x: 0, y: 0, width: own, height };
      return await page.screenshot({ fullPage: true, clip, type: 'jpeg', quality: 85 });
    } finally {
      await page.close();
    }
  }
}
