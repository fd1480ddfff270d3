import { Input } from 'antd';
import { useState } from 'react';
import type { InspectionSheet } from '../../../electron/ports/inspection-models.ts';
import { limitsAt } from '../../../rules/live/limits-at.ts';
import type { PlaceId } from '../../../vocabulary/ids.ts';
import type { PlaceCode } from '../../../vocabulary/place.ts';
import { ok } from '../../../vocabulary/result.ts';
import type { IsoDate } from '../../../vocabulary/time.ts';
import { placeGroups } from '../../live/place-groups.ts';
import { loosePlace } from '../../live/place-here.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { Field } from '../../parts/field.tsx';
import { shownAmount } from '../../parts/quantity-text.ts';
import { useDeed } from '../../ports/questions.ts';
import { useCurrentInspection } from '../../shell/current-inspection.ts';
import { useKeys } from '../../shell/use-keys.ts';
import { clockTime } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import './place-chooser.css';

export interface PlaceChooserProps {
  readonly date: IsoDate;
  readonly onDone: () => void;
}

/** Which limit applies: the places of the inspection first, then every place a rule knows. */
export function PlaceChooser({ date, onDone }: PlaceChooserProps) {
  const { t } = useWords();
  const { sheet } = useCurrentInspection();
  const open = sheet.value && sheet.value.summary.signedAt === null ? sheet.value : null;
  const [code, setCode] = useState<PlaceCode | null>(null);
  useKeys([{ key: 'Escape', words: t('live.place.back'), run: onDone }]);
  const choose = (chosen: PlaceCode) => {
    if (open) return setCode(chosen);
    loosePlace.choose(chosen);
    onDone();
  };
  return (
    <div className="page">
      <div className="page-head">
        <Button icon="back" onPress={onDone}>
          {t('live.place.back')}
        </Button>
        <div className="page-title">
          <h1>{t('live.place.title')}</h1>
        </div>
      </div>
      <div className="place-chooser">
        {open && <OwnPlaces sheet={open} date={date} onDone={onDone} />}
        {open && code && <NewPlace sheet={open} code={code} onDone={onDone} />}
        <section>
          <h2>{t('live.place.others')}</h2>
          <p className="text-faint">{t('live.place.othersHint')}</p>
          {placeGroups.map(({ group, codes }) => (
            <div key={group} className="place-group">
              <h3>{t(`live.placeGroups.${group}`)}</h3>
              <div className="place-options">
                {codes.map((one) => (
                  <PlaceButton
                    key={one}
                    code={one}
                    name={null}
                    date={date}
                    here={code === one}
                    onPress={() => choose(one)}
                  />
                ))}
              </div>
            </div>
          ))}
        </section>
      </div>
    </div>
  );
}

interface PlaceButtonProps {
  readonly code: PlaceCode;
  readonly name: string | null;
  readonly date: IsoDate;
  readonly here: boolean;
  readonly onPress: () => void;
}

function PlaceButton({ code, name, date, here, onPress }: PlaceButtonProps) {
  const { t } = useWords();
  const ticks = limitsAt(code, 'CH4', date);
  const limit = ticks
    ? `CH₄ ${ticks.map((tick) => `${shownAmount(tick.value, 'CH4')} %`).join(t('common.listJoin'))}`
    : t('live.place.limitNone');
  return (
    <button type="button" className="place-option" aria-pressed={here} onClick={onPress}>
      {here && <Mark kind="current" size={20} />}
      <span>
        <strong>{name ?? t(`places.${code}`)}</strong>
        <span className="text-small">{name === null ? limit : `${t(`places.${code}`)}　${limit}`}</span>
      </span>
    </button>
  );
}

function OwnPlaces({ sheet, date, onDone }: PlaceChooserProps & { readonly sheet: InspectionSheet }) {
  const { t } = useWords();
  const { inspectionId } = sheet.summary;
  const [isWrong, setWrong] = useState(false);
  const enter = useDeed((ports, placeId: PlaceId) =>
    ports.recorder.ask(isWrong ? 'place/correct' : 'place/enter', { inspectionId, placeId }),
  );
  const here = sheet.places.find((place) => place.placeId === sheet.currentPlace);
  return (
    <section>
      <h2>{t('live.place.ofInspection')}</h2>
      {here && sheet.currentSince !== null && (
        <div className="place-correct">
          <Choice
            label={t('live.place.now', { name: here.name, time: clockTime(sheet.currentSince) })}
            options={[
              { value: 'moved', words: t('live.place.moved') },
              { value: 'wrong', words: t('live.place.wrong', { time: clockTime(sheet.currentSince) }) },
            ]}
            value={isWrong ? 'wrong' : 'moved'}
            onChoose={(value) => setWrong(value === 'wrong')}
          />
          {isWrong && <p className="text-small">{t('live.place.wrongHint')}</p>}
        </div>
      )}
      <FaultLine fault={enter.fault} />
      <div className="place-options">
        {sheet.places.map((place) => (
          <PlaceButton
            key={place.placeId}
            code={place.code}
            name={place.name}
            date={date}
            here={place.placeId === sheet.currentPlace}
            onPress={() => void enter.run(place.placeId).then((done) => done.ok && onDone())}
          />
        ))}
      </div>
    </section>
  );
}

interface NewPlaceProps {
  readonly sheet: InspectionSheet;
  readonly code: PlaceCode;
  readonly onDone: () => void;
}

/** A place that the inspection did not have: what it is called on site, then one stands there. */
function NewPlace({ sheet, code, onDone }: NewPlaceProps) {
  const { t } = useWords();
  const { inspectionId } = sheet.summary;
  const [name, setName] = useState('');
  const add = useDeed(async (ports, called: string) => {
    const added = await ports.recorder.ask('place/add', { inspectionId, code, name: called });
    if (!added.ok) return added;
    const entered = await ports.recorder.ask('place/enter', { inspectionId, placeId: added.value.placeId });
    return entered.ok ? ok(null) : entered;
  });
  const enter = () => void add.run(name.trim()).then((done) => done.ok && onDone());
  return (
    <section className="place-new">
      <h2>{t(`places.${code}`)}</h2>
      <Field label={t('live.place.name')}>
        {({ id }) => (
          <Input
            id={id}
            autoFocus
            maxLength={60}
            value={name}
            placeholder={t('live.place.namePlaceholder')}
            onChange={(event) => setName(event.target.value)}
            onPressEnter={() => name.trim() !== '' && enter()}
          />
        )}
      </Field>
      <FaultLine fault={add.fault} />
      <Button kind="primary" disabled={name.trim() === ''} busy={add.busy} onPress={enter}>
        {t('live.place.enter')}
      </Button>
    </section>
  );
}
