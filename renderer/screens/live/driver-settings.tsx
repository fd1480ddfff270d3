import { Input, Select } from 'antd';
import type { DriverRow, SettingField } from '../../../electron/ports/listener-port.ts';
import { Choice } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { useWords } from '../../words/words.ts';
import { labelFields, otherFields } from './connect-draft.ts';

interface DriverSettingsProps {
  readonly driver: DriverRow;
  readonly values: Readonly<Record<string, string>>;
  readonly onChange: (values: Readonly<Record<string, string>>) => void;
}

/** What the wire does not say, read off the label. */
export function LabelSettings({ driver, values, onChange }: DriverSettingsProps) {
  const { t } = useWords();
  const own = labelFields(driver);
  if (own.length === 0) return <p className="text-small">{t('live.connect.settingsNone')}</p>;
  return own.map((field) => (
    <OneSetting
      key={field.key}
      field={field}
      value={values[field.key] ?? ''}
      onPut={(value) => onChange({ ...values, [field.key]: value })}
    />
  ));
}

/** What has a default stays folded. */
export function OtherSettings({ driver, values, onChange }: DriverSettingsProps) {
  const { t } = useWords();
  const rest = otherFields(driver);
  if (rest.length === 0) return null;
  return (
    <details className="fresh-rest">
      <summary>{t('live.connect.rest')}</summary>
      {rest.map((field) => (
        <OneSetting
          key={field.key}
          field={field}
          value={values[field.key] ?? field.default ?? ''}
          onPut={(value) => onChange({ ...values, [field.key]: value })}
        />
      ))}
    </details>
  );
}

const MOST_SIDE_BY_SIDE = 7;

interface OneSettingProps {
  readonly field: SettingField;
  readonly value: string;
  readonly onPut: (value: string) => void;
}

function OneSetting({ field, value, onPut }: OneSettingProps) {
  const { pick, t } = useWords();
  const waits = field.key === 'unit' ? [{ value: '', words: t('live.connect.noUnit') }] : [];
  // the other codes of gases are their formulas
  const named = (choice: string) => (field.key === 'gas' && choice === 'COMB' ? t('gases.COMB') : choice);
  const options = [...field.choices.map((choice) => ({ value: choice, words: named(choice) })), ...waits];
  if (field.kind === 'choice' && field.choices.length <= MOST_SIDE_BY_SIDE)
    return <Choice label={pick(field)} value={value} options={options} onChoose={onPut} />;
  return (
    <Field label={pick(field)}>
      {({ id }) =>
        field.kind === 'choice' ? (
          <Select
            id={id}
            value={value}
            options={options.map((one) => ({ value: one.value, label: one.words }))}
            onChange={onPut}
          />
        ) : (
          <Input id={id} inputMode="numeric" value={value} onChange={(event) => onPut(event.target.value)} />
        )
      }
    </Field>
  );
}
