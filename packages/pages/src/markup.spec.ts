import { describe, expect, it } from 'vitest';
import { markup } from './markup.ts';

describe('markup over several lines', () => {
  it('is the markup on one line', () => {
    expect(markup`
      <main>
        <h1>通知</h1>
        ${'<p>一</p>'}
        ${'<p>二</p>'}
      </main>
    `).toBe('<main><h1>通知</h1><p>一</p><p>二</p></main>');
  });

  it('keeps attributes apart that stand on lines of their own', () => {
    expect(markup`<a class="go"
      href="/">开</a>`).toBe('<a class="go" href="/">开</a>');
  });

  it('leaves values as they are, line breaks included', () => {
    expect(markup`<pre>${'一\n  二'}</pre>`).toBe('<pre>一\n  二</pre>');
  });

  it('writes the entries of a list one after the other', () => {
    expect(markup`<ul>${[1, 2].map((n) => markup`<li>${n}</li>`)}</ul>`).toBe(
      '<ul><li>1</li><li>2</li></ul>',
    );
  });
});
