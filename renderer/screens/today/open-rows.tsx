import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { placeCode } from '../../../vocabulary/place.ts';
import { kindNames, kindSorts } from '../../live/place-sorts.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { useWords } from '../../words/words.ts';
import type { OpenForm } from './draft.ts';

type Places = OpenForm['places'];
type Officers = OpenForm['officers'];

const freshRow = (rows: readonly { readonly row: number }[]): number => Math.max(-1, ...rows.map((one) => one.row)) + 1;

/** Eight kinds at once; with fewer the list looks as if it were all. */
const LIST_HEIGHT = 400;

/** 掘进工作面 is found before 掘进工作面回风巷: Enter must not take a place next door. */
const exactFirst = (
  a: { readonly label?: unknown },
  b: { readonly label?: unknown },
  { searchValue }: { readonly searchValue: string },
): number => Number(b.label === searchValue) - Number(a.label === searchValue);

const MOST_PLACES = 40;
const MOST_OFFICERS = 10;

const sortOf = (chosen: string): Pick<Places[number], 'code' | 'kind'> => {
  const kind = kindNames.find((name) => name === chosen);
  return kind ? kindSorts[kind] : { code: placeCode.catch('other').parse(chosen), kind: undefined };
};

/** The places in walking order: which limit applies there, and what it is called on site. */
export function PlaceRows({
  places,
  onChange,
  more,
}: {
  readonly places: Places;
  readonly onChange: (next: Places) => void;
  /** What else is asked of each place. */
  readonly more?: (place: Places[number], at: number) => ReactNode;
}) {
  const { t } = useWords();
  const options: { value: string; label: string }[] = [
    ...placeCode.options.map((value) => ({ value, label: t(`places.${value}`) })),
    ...kindNames.map((value) => ({ value, label: t(`placeKinds.${value}`) })),
  ];
  const change = (row: number, part: Partial<Places[number]>) =>
    onChange(places.map((one) => (one.row === row ? { ...one, ...part } : one)));
  return (
    <Card title={t('today.form.places')}>
      <p className="text-faint">{t('today.form.placesHint')}</p>
      <ul className="open-list">
        {places.map((place, at) => (
          <li key={place.row}>
            <Select
              value={place.kind ?? (place.code || null)}
              options={options}
              aria-label={t('today.form.placeCode')}
              placeholder={t('today.form.placeCode')}
              listHeight={LIST_HEIGHT}
              showSearch={{ optionFilterProp: 'label', filterSort: exactFirst }}
              onChange={(chosen) => change(place.row, sortOf(chosen))}
            />
            <Input
              value={place.name}
              maxLength={60}
              aria-label={t('today.form.placeName')}
              placeholder={t('today.form.placeNamePlaceholder')}
              onChange={(event) => change(place.row, { name: event.target.value })}
            />
            {more?.(place, at)}
            <Button
              label={t('today.form.takeAway', { name: place.name || t('today.form.places') })}
              onPress={() => onChange(places.filter((one) => one.row !== place.row))}
            >
              {t('common.takeAway')}
            </Button>
          </li>
        ))}
      </ul>
      <Button
        icon="plus"
        disabled={places.length >= MOST_PLACES}
        onPress={() => onChange([...places, { row: freshRow(places), code: '', name: '' }])}
      >
        {t('today.form.addPlace')}
      </Button>
    </Card>
  );
}

/** Who inspects; the one signed in stands first. */
export function OfficerRows({
  officers,
  onChange,
}: {
  readonly officers: Officers;
  readonly onChange: (next: Officers) => void;
}) {
  const { t } = useWords();
  const change = (row: number, part: Partial<Officers[number]>) =>
    onChange(officers.map((one) => (one.row === row ? { ...one, ...part } : one)));
  return (
    <Card title={t('today.form.officers')}>
      <p className="text-faint">{t('today.form.officersHint')}</p>
      <ul className="open-list">
        {officers.map((officer) => (
          <li key={officer.row}>
            <Input
              value={officer.name}
              maxLength={40}
              aria-label={t('today.form.officerName')}
              placeholder={t('today.form.officerName')}
              onChange={(event) => change(officer.row, { name: event.target.value })}
            />
            <Input
              value={officer.certificateNo}
              maxLength={40}
              aria-label={t('today.form.officerNo')}
              placeholder={t('today.form.officerNo')}
              onChange={(event) => change(officer.row, { certificateNo: event.target.value })}
            />
            <Button
              label={t('today.form.takeAway', { name: officer.name || t('today.form.officers') })}
              onPress={() => onChange(officers.filter((one) => one.row !== officer.row))}
            >
              {t('common.takeAway')}
            </Button>
          </li>
        ))}
      </ul>
      <Button
        icon="plus"
        disabled={officers.length >= MOST_OFFICERS}
        onPress={() => onChange([...officers, { row: freshRow(officers), name: '', certificateNo: '' }])}
      >
        {t('today.form.addOfficer')}
      </Button>
    </Card>
  );
}
