import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { useDeed } from '../../ports/questions.ts';
import { groupDigits, hashStart } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';

/** Reads everything again, or makes the views anew; both end with the fingerprint of the state. */
export function CareCheckCard() {
  const { t } = useWords();
  const check = useDeed((ports, _: null) => ports.recorder.ask('care/check', {}));
  const rebuild = useDeed((ports, _: null) => ports.recorder.ask('care/rebuild', {}));
  const found = check.value;
  const busy = check.busy || rebuild.busy;
  return (
    <Card title={t('settings.care.check')}>
      <p className="text-small">{t('settings.care.checkWhy')}</p>
      <div className="settings-line">
        <Button busy={check.busy} disabled={busy} onPress={() => void check.run(null)}>
          {check.busy ? t('common.working') : t('settings.care.checkNow')}
        </Button>
        <Button kind="quiet" busy={rebuild.busy} disabled={busy} onPress={() => void rebuild.run(null)}>
          {t('settings.care.rebuild')}
        </Button>
      </div>
      {found && found.damaged.length === 0 && (
        <p className="settings-line" role="status">
          <Mark kind="saved" />
          {t('settings.care.checkGood', {
            n: groupDigits(found.events),
            blobs: groupDigits(found.blobs),
            hash: hashStart(found.stateHash ?? ''),
          })}
        </p>
      )}
      {found && found.damaged.length > 0 && (
        <p className="settings-line" role="alert">
          <Mark kind="refused" />
          {t('settings.care.checkBad', { n: groupDigits(found.damaged.length) })}
        </p>
      )}
      {rebuild.value && (
        <p className="settings-line" role="status">
          <Mark kind={rebuild.value.same ? 'saved' : 'alarm3'} />
          {t(rebuild.value.same ? 'settings.care.rebuilt' : 'settings.care.rebuiltOther', {
            hash: hashStart(rebuild.value.stateHash),
          })}
        </p>
      )}
      <FaultLine fault={check.fault ?? rebuild.fault} />
    </Card>
  );
}
