const LOCK = 'jingxun.alarm-sound';

/**
 * One window of this machine sounds at a time, the one last looked at; two would sound over each other and break the rhythm.
 * When it closes, another takes its turn. Where the page cannot ask for a turn it always has one: silence would be worse.
 */
export function waitForSoundTurn(onTurn: (isMine: boolean) => void): () => void {
  const { locks } = globalThis.navigator;
  if (!locks) {
    onTurn(true);
    return () => {};
  }
  let isOver = false;
  let giveBack = () => {};
  const hold = () =>
    new Promise<void>((resolve) => {
      giveBack = resolve;
      if (isOver) return resolve();
      onTurn(true);
    });
  const wait = () => void locks.request(LOCK, hold).catch(lost);
  const take = () => void locks.request(LOCK, { steal: true }, hold).catch(lost);
  const lost = () => {
    onTurn(false);
    if (!isOver) wait();
  };
  const look = () => document.visibilityState === 'visible' && take();
  wait();
  if (document.hasFocus()) take();
  window.addEventListener('focus', look);
  document.addEventListener('visibilitychange', look);
  return () => {
    isOver = true;
    window.removeEventListener('focus', look);
    document.removeEventListener('visibilitychange', look);
    giveBack();
  };
}
