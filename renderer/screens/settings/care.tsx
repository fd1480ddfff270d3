import type { CareState } from '../../../electron/ports/care-models.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { useCare, useDeed } from '../../ports/questions.ts';
import { byteSize, dayAndTime, groupDigits } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { CareCheckCard } from './care-check.tsx';
import { ChoosePlace } from './choose-place.tsx';
import { FactsList } from './facts-list.tsx';
import { Restore } from './restore.tsx';

/** That a lost or broken tablet loses nothing: a second copy, a record that reads, the way back. */
export function Care() {
  const care = useCare();
  return (
    <div className="settings-columns">
      <div className="settings-column">
        <FaultLine fault={care.fault} />
        {care.value && <BackupCard care={care.value} />}
      </div>
      <div className="settings-column">
        <CareCheckCard />
        <Restore backups={care.value?.backups ?? []} />
      </div>
    </div>
  );
}

function BackupCard({ care }: { readonly care: CareState }) {
  const { t } = useWords();
  const backUp = useDeed((ports, _: null) => ports.recorder.ask('care/back-up', {}));
  const { target, last } = care;
  return (
    <Card title={t('settings.care.backup')}>
      <p className="text-small settings-intro">{t('settings.care.why')}</p>
      {care.overdue && (
        <p className="settings-line">
          <Mark kind="alarm3" />
          {t('settings.care.overdue', { days: care.daysWithout ?? 0 })}
        </p>
      )}
      <FactsList
        facts={[
          [
            t('settings.care.last'),
            last
              ? t('settings.care.lastLine', { time: dayAndTime(last.at), n: groupDigits(last.events) })
              : t('settings.care.never'),
          ],
          [t('settings.care.place'), <Place key="place" care={care} />],
          [t('settings.care.disk'), <Disk key="disk" disk={care.disk} />],
        ]}
      />
      <ChoosePlace
        label={t(target === null ? 'settings.care.choose' : 'settings.care.chooseOther')}
        hint={t('settings.care.placeHint')}
        take={t('settings.care.use')}
        does={(ports, place) => ports.recorder.ask('care/choose', { target: place })}
      />
      <div className="settings-line">
        <Button
          kind="primary"
          disabled={target === null || !care.reachable}
          busy={backUp.busy}
          onPress={() => void backUp.run(null)}
        >
          {backUp.busy ? t('common.working') : t('settings.care.now')}
        </Button>
      </div>
      {backUp.value?.last && (
        <p className="settings-line" role="status">
          <Mark kind="saved" />
          {t('settings.care.done', { n: groupDigits(backUp.value.last.events) })}
        </p>
      )}
      <FaultLine fault={backUp.fault} />
    </Card>
  );
}

function Place({ care }: { readonly care: CareState }) {
  const { t } = useWords();
  if (care.target === null) return t('settings.care.noPlace');
  return (
    <>
      <span className="mono-id">{care.target}</span>
      {!care.reachable && (
        <span className="settings-line text-small">
          <Mark kind="alarm3" size={20} />
          {t('settings.care.unreachable')}
        </span>
      )}
    </>
  );
}

function Disk({ disk }: { readonly disk: CareState['disk'] }) {
  const { t } = useWords();
  const free = byteSize(disk.freeBytes);
  if (disk.state === 'enough') return t('settings.care.diskLine', { free });
  return (
    <span className="settings-line">
      <Mark kind={disk.state === 'low' ? 'alarm3' : 'alarm2'} size={20} />
      {t(`settings.care.disks.${disk.state}`, { free })}
    </span>
  );
}
