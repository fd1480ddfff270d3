import type { ReactNode } from 'react';
import type { MineZones } from '../../../../../electron/ports/zone-models.ts';
import { Mark } from '../../../../marks/mark.tsx';
import { useWords } from '../../../../words/words.ts';

export interface ZoneListProps {
  readonly all: MineZones;
  readonly chosen: string | null;
  readonly onChoose: (areaId: string) => void;
  readonly children: ReactNode;
}

/** Every zone and every face by name; what lies in a zone where nobody may work carries its mark. */
export function ZoneList({ all, chosen, onChoose, children }: ZoneListProps) {
  const { t } = useWords();
  const typeOf = new Map(all.zones.map(({ areaId, now }) => [areaId, now]));
  return (
    <nav className="mine-list" aria-label={t('zones.list')}>
      <section>
        <h2>
          {t('zones.list')} <span className="text-faint">{all.zones.length}</span>
        </h2>
        {all.zones.length === 0 && <p className="text-faint">{t('zones.none')}</p>}
        {all.zones.map(({ areaId, zone, now, disputed }) => (
          <button key={areaId} type="button" aria-pressed={areaId === chosen} onClick={() => onChoose(areaId)}>
            {disputed && <Mark kind="conflict" size={18} />}
            <strong>{zone.name}</strong>
            <span className="text-small">
              {[t(`zones.types.${now}`), zone.outline_dm ? '' : t('zones.notDrawn')]
                .filter((words) => words !== '')
                .join('　')}
            </span>
          </button>
        ))}
      </section>
      <section>
        <h2>
          {t('zones.works')} <span className="text-faint">{all.works.length}</span>
        </h2>
        {all.works.map(({ areaId, work, inside }) => {
          const isBad = inside.some((id) => typeOf.get(id) !== 'mineable');
          return (
            <button key={areaId} type="button" aria-pressed={areaId === chosen} onClick={() => onChoose(areaId)}>
              {isBad && <Mark kind="fail" size={18} />}
              <strong>{work.name}</strong>
            </button>
          );
        })}
      </section>
      {children}
    </nav>
  );
}
