import { Input } from 'antd';
import { useState } from 'react';
import type { CalibrationDraft } from '../../../../electron/ports/instrument-models.ts';
import type { Gas } from '../../../../vocabulary/gas.ts';
import type { InstrumentId } from '../../../../vocabulary/ids.ts';
import { calibrationKind, type Principle } from '../../../../vocabulary/instrument.ts';
import { gasFormula } from '../../../live/gas-formula.ts';
import { Button } from '../../../parts/button.tsx';
import { Choice } from '../../../parts/choice.tsx';
import { DayField } from '../../../parts/day-field.tsx';
import { FaultLine } from '../../../parts/fault-line.tsx';
import { Field } from '../../../parts/field.tsx';
import { givenFile } from '../../../ports/files.ts';
import { useReach } from '../../../ports/ports-context.tsx';
import { useDeed } from '../../../ports/questions.ts';
import { isoDay } from '../../../words/format.ts';
import { useWords } from '../../../words/words.ts';
import { type Entry, keptEntry, missingIn, unitsFor } from './calibration-draft.ts';
import { ErrorCell } from './error-cell.tsx';
import { FigurePad } from './figure-pad.tsx';
import { ScanField, tooBig } from './scan-field.tsx';

export interface CalibrationFormProps {
  readonly instrumentId: InstrumentId;
  readonly start: Entry;
  readonly gases: readonly Gas[];
  readonly principle: Principle | null;
  /** The corrected entry has a scan, which stays. */
  readonly kept: boolean;
  readonly onDone: () => void;
}

const usual: readonly Gas[] = ['CH4', 'CO', 'O2', 'CO2', 'H2S'];

/** What was done with which gas, what it showed before and after, by whom. The error is judged while it is typed. */
export function CalibrationForm({ instrumentId, start, gases, principle, kept, onDone }: CalibrationFormProps) {
  const { t } = useWords();
  const today = isoDay(useReach().now());
  const [entry, setEntry] = useState(start);
  const [file, setFile] = useState<File | null>(null);
  const change = (part: Partial<Entry>) => setEntry((before) => ({ ...before, ...part }));
  const put = useDeed((ports, draft: CalibrationDraft) =>
    ports.recorder.ask('calibration/put', { instrumentId, ...draft }),
  );
  const whole = keptEntry(entry, today);
  const missing = missingIn(entry, today).filter((one) => one !== 'future');
  const keep = async () => {
    if (!whole) return;
    const sent = file ? await givenFile(file) : null;
    const done = await put.run({ calibrationId: entry.calibrationId, entry: whole, file: sent });
    if (done.ok) onDone();
  };
  return (
    <div className="register-form calibration-form">
      <div className="register-form">
        <Choice
          label={t('register.calibrations.kind')}
          options={calibrationKind.options.map((value) => ({ value, words: t(`register.kinds.${value}`) }))}
          value={entry.kind}
          onChoose={(kind) => change({ kind })}
        />
        <p className="text-small">{t(`register.kindWhy.${entry.kind}`)}</p>
        <Choice
          label={t('register.calibrations.gas')}
          options={[...new Set([entry.gas, ...gases, ...usual])].map((value) => ({ value, words: gasFormula(value) }))}
          value={entry.gas}
          onChoose={(gas) =>
            change({ gas, unit: unitsFor(gas).includes(entry.unit) ? entry.unit : (unitsFor(gas)[0] ?? '%VOL') })
          }
        />
        <div className="register-pair">
          <DayField
            label={t('register.calibrations.date')}
            wrong={entry.date > today ? t('register.calibrations.future') : null}
            value={entry.date}
            onChange={(date) => change({ date })}
          />
          <TextField name="by" value={entry.by} onChange={(by) => change({ by })} />
        </div>
        <div className="register-pair">
          <TextField
            name="certificateNo"
            value={entry.certificateNo}
            onChange={(certificateNo) => change({ certificateNo })}
          />
          <ScanField file={file} onFile={setFile} kept={kept} />
        </div>
      </div>
      <FigurePad entry={entry} onChange={change} />
      <div className="register-foot">
        {whole?.standard && <ErrorCell made={whole} principle={principle} />}
        <FaultLine fault={put.fault} />
        <span className="text-small">
          {missing.length > 0 &&
            t('register.missing', {
              list: missing.map((one) => t(`register.calibrations.${one}`)).join(t('common.listJoin')),
            })}
        </span>
        <Button kind="primary" disabled={!whole || tooBig(file)} busy={put.busy} onPress={() => void keep()}>
          {t('register.keep')}
        </Button>
        <Button onPress={onDone}>{t('common.cancel')}</Button>
      </div>
    </div>
  );
}

interface TextFieldProps {
  readonly name: 'by' | 'certificateNo';
  readonly value: string;
  readonly onChange: (text: string) => void;
}

function TextField({ name, value, onChange }: TextFieldProps) {
  const { t } = useWords();
  return (
    <Field label={t(`register.calibrations.${name}`)}>
      {({ id }) => <Input id={id} maxLength={60} value={value} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}
