import { keepToken } from './kept.ts';
import { Player } from './player.ts';
import { knowsEd25519 } from './playlist.check.ts';
import { say, showChoice } from './stage.ts';

async function start(): Promise<void> {
  keepToken();
  const screen = new URLSearchParams(location.search).get('screen');
  if (screen === null) return showChoice();
  // Browsers offer both only where the address is trusted.
  if (!('caches' in window) || crypto.subtle === undefined)
    return say('此地址不安全，无法核验内容。请用 HTTPS 或 localhost 打开播放器。');
  if (!(await knowsEd25519()))
    return say('此浏览器太旧，无法核验播放单的签名。请换用 Chromium 137 或更新的版本。');
  if ('serviceWorker' in navigator) navigator.serviceWorker.register('/player/sw.js').catch(() => undefined);
  await new Player(screen).start();
}

void start();
