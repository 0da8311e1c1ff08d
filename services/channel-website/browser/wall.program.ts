/** Draws the home page in the frame anew when it changed. */

const everyMs = 1500;

const found = document.querySelector('iframe');
if (found === null) throw new Error('the page has no frame');
const frame = found;

let last: string | null = null;

async function refresh(): Promise<void> {
  const page = await (await fetch(frame.src, { cache: 'no-store' })).text();
  if (last !== null && page !== last) frame.setAttribute('src', frame.src);
  last = page;
}

// A site that does not answer is asked again.
setInterval(() => void refresh().catch(() => undefined), everyMs);

export {};
