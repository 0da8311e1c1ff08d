/** Keeps a twin's wall current: its first element is exchanged when it changed, without flicker. */

const everyMs = 1500;

async function refresh(): Promise<void> {
  const page = await (await fetch(location.href)).text();
  const fresh = new DOMParser().parseFromString(page, 'text/html').body.firstElementChild;
  const shown = document.body.firstElementChild;
  if (fresh !== null && shown !== null && fresh.outerHTML !== shown.outerHTML) shown.replaceWith(fresh);
}

// A twin that does not answer is asked again.
setInterval(() => void refresh().catch(() => undefined), everyMs);

export {};
