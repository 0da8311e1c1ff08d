/** Sends the photo of a posted sheet; the person's token stays until the browser is closed. */

const tokenAddress = 'towncrier:staff';
const rereadMs = 2500;

function part<T extends Element>(selector: string, kind: new () => T): T {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`the page has no ${selector}`);
  return found;
}

const form = part('#receipt', HTMLFormElement);
const board = part('#receipt [name=board]', HTMLSelectElement);
const photo = part('#receipt [name=photo]', HTMLInputElement);
const token = part('#receipt [name=token]', HTMLInputElement);
const out = part('#receipt output', HTMLOutputElement);

async function send(picture: File): Promise<void> {
  out.textContent = '正在识别照片…';
  const answer = await fetch(`/postings/photo?board=${encodeURIComponent(board.value)}`, {
    method: 'POST',
    headers: { 'content-type': picture.type, authorization: `Bearer ${token.value}` },
    body: picture,
  });
  const { words }: { words?: string } = await answer.json();
  out.textContent = words ?? '未能识别';
  if (answer.status !== 401) sessionStorage.setItem(tokenAddress, token.value);
  if (answer.ok) setTimeout(() => location.reload(), rereadMs);
}

token.value = sessionStorage.getItem(tokenAddress) ?? '';
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const picture = photo.files?.[0];
  if (picture === undefined) return;
  send(picture).catch(() => {
    out.textContent = '没有网络，请稍后再传';
  });
});
