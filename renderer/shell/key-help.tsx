import { Drawer } from 'antd';
import { useSyncExternalStore } from 'react';
import { Button } from '../parts/button.tsx';
import { KeyHint } from '../parts/key-hint.tsx';
import { useDisplaySettings } from '../theme/use-display.ts';
import { useWords } from '../words/words.ts';
import { type KeyBinding, keyRegistry } from './keys.ts';
import './key-help.css';

const printed = (key: string): string =>
  key.length === 1 ? key.toUpperCase() : key.replace('ArrowDown', '↓').replace('ArrowUp', '↑').replace('+', ' ');

const KeyRows = ({ bindings }: { readonly bindings: readonly KeyBinding[] }) => (
  <dl className="key-list">
    {bindings.map((binding) => (
      <div key={binding.key}>
        <dt>
          <KeyHint name={printed(binding.key)} />
        </dt>
        <dd>{binding.words}</dd>
      </div>
    ))}
  </dl>
);

/** The keys that work now, first those of this page. */
export function KeyHelp({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useWords();
  const { letterKeys } = useDisplaySettings();
  const all = useSyncExternalStore(keyRegistry.listen, keyRegistry.get).flat();
  const here = all.filter((binding) => !binding.everywhere);
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size={420}
      title={t('shell.keys.title')}
      closable={false}
      extra={<Button onPress={onClose}>{t('common.close')}</Button>}
    >
      {!letterKeys && <p className="text-small">{t('shell.keys.off')}</p>}
      {here.length > 0 && <h3>{t('shell.keys.here')}</h3>}
      <KeyRows bindings={here} />
      <h3>{t('shell.keys.everywhere')}</h3>
      <KeyRows bindings={all.filter((binding) => binding.everywhere)} />
    </Drawer>
  );
}
