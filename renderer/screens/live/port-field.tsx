import { Input } from 'antd';
import { Button } from '../../parts/button.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { Field } from '../../parts/field.tsx';
import { useWords } from '../../words/words.ts';
import { portDetail } from './connect-draft.ts';
import { usePortList } from './instruments-panel.tsx';

/** The ports that are there, and a name to type where they cannot be listed. */
export function PortField({ path, onChange }: { readonly path: string; readonly onChange: (path: string) => void }) {
  const { t } = useWords();
  const list = usePortList();
  const ports = list.value?.ports ?? [];
  const hint =
    list.value?.listing === 'unavailable'
      ? t('live.connect.noPorts')
      : list.value && ports.length === 0
        ? t('live.connect.portsEmpty')
        : undefined;
  return (
    <div>
      <div className="port-list">
        {ports.map((port) => (
          <button
            key={port.path}
            type="button"
            className="place-option"
            aria-pressed={path === port.path}
            onClick={() => onChange(port.path)}
          >
            <span>
              <strong>{port.path}</strong>
              <span className="text-small">{portDetail(port)}</span>
            </span>
          </button>
        ))}
        <Button onPress={list.again}>{t('live.connect.again')}</Button>
      </div>
      <FaultLine fault={list.fault} />
      <Field label={t('live.connect.port')} hint={hint}>
        {({ id, describedBy }) => (
          <Input
            id={id}
            aria-describedby={describedBy}
            value={path}
            placeholder={t('live.connect.typedPlaceholder')}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
    </div>
  );
}
