/**
 * Fits the login page, drawn as wide as a phone's, into the phone on the wall, and draws it anew when what
 * phones saw (`data-seen`) has changed.
 */

const phoneWidth = 390;
const everyMs = 1500;

const found = document.querySelector('iframe');
const phone = found?.parentElement;
if (found === null || phone == null) throw new Error('the page has no phone with a frame');
const [frame, around] = [found, phone];

function fit(): void {
  const scale = around.clientWidth / phoneWidth;
  frame.style.transform = `scale(${scale})`;
  frame.style.height = `${around.clientHeight / scale}px`;
}

async function refresh(): Promise<void> {
  const page = await (await fetch(location.href)).text();
  const { seen } = new DOMParser().parseFromString(page, 'text/html').body.dataset;
  if (seen === undefined || seen === document.body.dataset.seen) return;
  document.body.dataset.seen = seen;
  frame.setAttribute('src', frame.src);
}

window.addEventListener('resize', fit);
fit();
// A portal that does not answer is asked again.
setInterval(() => void refresh().catch(() => undefined), everyMs);

export {};
