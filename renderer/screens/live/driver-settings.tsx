import { Input, Select } from 'antd';
import type { DriverRow, SettingField } from '../../../electron/ports/listener-port.ts';
import { Choice } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { useWords } from '../../words/words.ts';
import { type FoundKind, labelFields, otherFields } from './connect-draft.ts';
import { basicUnit, basicUnits, lelChoices } from './unit-choices.ts';

interface DriverSettingsProps {
  readonly driver: DriverRow;
  readonly values: Readonly<Record<string, string>>;
  readonly onChange: (values: Readonly<Record<string, string>>) => void;
}

/** What the wire does not say, read off the label. */
export function LabelSettings({ driver, found, ...rest }: DriverSettingsProps & { readonly found: FoundKind | null }) {
  const { t } = useWords();
  const own = labelFields(driver, found);
  const told = [found?.gas, found?.unit].filter((one) => one != null).join(' ');
  return (
    <>
      {told !== '' && <p className="text-small">{t('find.settledByWire', { words: told })}</p>}
      {own.length === 0 && told === '' && <p className="text-small">{t('live.connect.settingsNone')}</p>}
      {own.length > 0 && <p>{t(told === '' ? 'find.confirm' : 'find.confirmRest')}</p>}
      <SettingList {...rest} fields={own} />
    </>
  );
}

interface SettingListProps extends Omit<DriverSettingsProps, 'driver'> {
  readonly fields: readonly SettingField[];
}

/** The fields one under the other; %LEL brings the question of its standard with it. */
export function SettingList({ fields, values, onChange }: SettingListProps) {
  return fields.map((field) => {
    const put = (value: string) => onChange({ ...values, [field.key]: value });
    const setting = { field, value: values[field.key] ?? '', onPut: put };
    return field.key === 'unit' ? <UnitSetting key="unit" {...setting} /> : <OneSetting key={field.key} {...setting} />;
  });
}

function UnitSetting({ field, value, onPut }: OneSettingProps) {
  const { t } = useWords();
  const standards = lelChoices(value, field.choices);
  const first = standards.length > 0 ? basicUnit(value) : value;
  return (
    <>
      <OneSetting field={{ ...field, choices: basicUnits(field.choices) }} value={first} onPut={onPut} />
      {standards.length > 0 && (
        <Choice
          label={t('find.lelBasis')}
          value={value}
          options={standards.map((unit) => ({ value: unit, words: t(lelWords(unit)) }))}
          onChoose={onPut}
        />
      )}
    </>
  );
}

/** Which words say this way of %LEL, as a unit or as the standard alone. */
export const lelWords = (unit: string) =>
  unit.includes('ISO 10156') ? 'find.lelIso' : unit === '%LEL' ? 'find.lelOpen' : 'find.lelIec';

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

/** What may be left open, and is then asked or stays without a verdict. */
const isWaiting = (key: string): key is 'unit' | 'lel_basis' => key === 'unit' || key === 'lel_basis';

const MOST_SIDE_BY_SIDE = 7;

interface OneSettingProps {
  readonly field: SettingField;
  readonly value: string;
  readonly onPut: (value: string) => void;
}

function OneSetting({ field, value, onPut }: OneSettingProps) {
  const { pick, t } = useWords();
  const waitWords = { unit: t('live.connect.noUnit'), lel_basis: t('find.lelOpen') };
  const waits = isWaiting(field.key) ? [{ value: '', words: waitWords[field.key] }] : [];
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
