import { Input } from 'antd';
import type { SerialPortRow } from '../../../electron/ports/listener-port.ts';
import { Button } from '../../parts/button.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { Field } from '../../parts/field.tsx';
import { useLive } from '../../ports/ports-context.tsx';
import { useWords } from '../../words/words.ts';
import { portDetail } from './connect-draft.ts';
import { usePortList } from './instrument-questions.ts';

interface PortFieldProps {
  readonly path: string;
  readonly onType: (path: string) => void;
  /** A port is to be searched: one touch. */
  readonly onSearch: (path: string) => void;
  /** What is done with a typed port, where it is not searched. */
  readonly searchWords?: string;
}

/** The free ports that are there, and a name to type where they cannot be listed. */
export function PortField({ path, onType, onSearch, searchWords }: PortFieldProps) {
  const { t } = useWords();
  const words = searchWords ?? t('find.search');
  const list = usePortList();
  const heard = [...useLive().detectors.values()].map((one) => one.path);
  const ports = (list.value?.ports ?? []).filter((port) => !heard.includes(port.path));
  const isListed = ports.some((port) => port.path === path);
  const hint =
    list.value?.listing === 'unavailable'
      ? t('live.connect.noPorts')
      : list.value && ports.length === 0
        ? t('live.connect.portsEmpty')
        : undefined;
  const typed = { path, onType, onSearch, words, canSearch: path.trim() !== '' && !isListed };
  return (
    <div>
      <div className="port-list">
        {ports.map((port) => (
          <PortButton key={port.path} port={port} chosen={path === port.path} onPress={() => onSearch(port.path)} />
        ))}
        {hint !== undefined && <p className="port-hint text-small">{hint}</p>}
        <Button onPress={list.again}>{t('live.connect.again')}</Button>
      </div>
      <FaultLine fault={list.fault} />
      {hint === undefined ? (
        <details className="fresh-rest">
          <summary>{t('find.typePort')}</summary>
          <TypedPort {...typed} />
        </details>
      ) : (
        <TypedPort {...typed} />
      )}
    </div>
  );
}

interface TypedPortProps extends Omit<PortFieldProps, 'searchWords'> {
  readonly words: string;
  readonly canSearch: boolean;
}

/** The name of a port that the system does not list. */
function TypedPort({ path, onType, onSearch, words, canSearch }: TypedPortProps) {
  const { t } = useWords();
  return (
    <div className="port-typed">
      <Field label={t('live.connect.port')}>
        {({ id }) => (
          <Input
            id={id}
            value={path}
            placeholder={t('live.connect.typedPlaceholder')}
            onChange={(event) => onType(event.target.value)}
            onPressEnter={() => canSearch && onSearch(path.trim())}
          />
        )}
      </Field>
      {canSearch && <Button onPress={() => onSearch(path.trim())}>{words}</Button>}
    </div>
  );
}

interface PortButtonProps {
  readonly port: SerialPortRow;
  readonly chosen: boolean;
  readonly onPress: () => void;
}

function PortButton({ port, chosen, onPress }: PortButtonProps) {
  return (
    <button type="button" className="place-option" aria-pressed={chosen} onClick={onPress}>
      <span>
        <strong>{port.path}</strong>
        <span className="text-small">{portDetail(port)}</span>
      </span>
    </button>
  );
}
