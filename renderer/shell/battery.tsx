import { useEffect, useState } from 'react';
import { useWords } from '../words/words.ts';

interface BatteryLike extends EventTarget {
  readonly level: number;
}
type WithBattery = Navigator & { readonly getBattery?: () => Promise<BatteryLike> };

/** Battery in per cent where the machine tells it, else null. */
function useBattery(): number | null {
  const [percent, setPercent] = useState<number | null>(null);
  useEffect(() => {
    let stop = () => {};
    const teller: WithBattery = navigator;
    void teller
      .getBattery?.()
      .then((battery) => {
        const read = () => setPercent(Math.round(battery.level * 100));
        read();
        battery.addEventListener('levelchange', read);
        stop = () => battery.removeEventListener('levelchange', read);
      })
      .catch(() => {});
    return () => stop();
  }, []);
  return percent;
}

const LOW = 20;

export function Battery() {
  const { t } = useWords();
  const percent = useBattery();
  if (percent === null) return null;
  return (
    <span className="battery" data-low={percent <= LOW ? '' : undefined} title={t('shell.battery', { n: percent })}>
      <svg viewBox="0 0 26 14" width="22" height="12" aria-hidden="true" className="icon">
        <rect x="1" y="1" width="21" height="12" rx="2.5" />
        <path d="M24.5 5v4" />
        <rect x="3.5" y="3.5" width={(16 * percent) / 100} height="7" fill="currentcolor" stroke="none" />
      </svg>
      {percent} %
    </span>
  );
}
