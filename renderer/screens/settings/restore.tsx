import { Input } from 'antd';
import { useState } from 'react';
import type { BackupRow } from '../../../electron/ports/care-models.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { Field } from '../../parts/field.tsx';
import { OptionCard } from '../../parts/option-card.tsx';
import { useDeed } from '../../ports/questions.ts';
import { dayAndTime, groupDigits } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { ChoosePlace } from './choose-place.tsx';

/** Three steps: where the backups are, which one, its passphrase. What is here now is kept under another name. */
export function Restore({ backups }: { readonly backups: readonly BackupRow[] }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const [found, setFound] = useState<readonly BackupRow[] | null>(null);
  const [chosen, setChosen] = useState<BackupRow | null>(null);
  const rows = found ?? backups;
  return (
    <Card title={t('settings.care.restore')}>
      <p className="text-small settings-intro">{t('settings.care.restoreWhy')}</p>
      {!open && (
        <div className="settings-line">
          <Button onPress={() => setOpen(true)}>{t('settings.care.restoreBegin')}</Button>
        </div>
      )}
      {open && (
        <div className="settings-column">
          <ChoosePlace
            label={t('settings.care.find')}
            hint={t('settings.care.findHint')}
            take={t('settings.care.look')}
            does={async (ports, place) => {
              const done = await ports.recorder.ask('care/find', { target: place });
              setChosen(null);
              setFound(done.ok ? done.value : []);
              return done;
            }}
          />
          {rows.length > 0 && (
            <fieldset className="settings-choices care-backups">
              <legend className="text-small">{t('settings.care.which')}</legend>
              {rows.slice(0, SHOWN).map((row) => (
                <OptionCard
                  key={row.folder}
                  title={dayAndTime(row.at)}
                  why={t(row.own ? 'settings.care.rowLine' : 'settings.care.rowOther', {
                    n: groupDigits(row.events),
                    blobs: groupDigits(row.blobs),
                  })}
                  chosen={row.folder === chosen?.folder}
                  onChoose={() => setChosen(row)}
                />
              ))}
            </fieldset>
          )}
          {chosen && <PutBack backup={chosen} />}
        </div>
      )}
    </Card>
  );
}

/** Older ones are thinned out, so this is nearly always all. */
const SHOWN = 8;

function PutBack({ backup }: { readonly backup: BackupRow }) {
  const { t } = useWords();
  const [passphrase, setPassphrase] = useState('');
  const restore = useDeed((ports, ask: { folder: string; passphrase: string }) =>
    ports.recorder.ask('care/restore', ask),
  );
  const go = () => void restore.run({ folder: backup.folder, passphrase }).then(() => setPassphrase(''));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase !== '' && !restore.busy) go();
      }}
    >
      <Field label={t('settings.care.passphrase')}>
        {({ id }) => (
          <Input.Password
            id={id}
            autoComplete="current-password"
            visibilityToggle={false}
            value={passphrase}
            onChange={(event) => setPassphrase(event.target.value)}
          />
        )}
      </Field>
      <div className="settings-line">
        <Button disabled={passphrase === ''} busy={restore.busy} onPress={go}>
          {restore.busy ? t('common.working') : t('settings.care.putBack', { time: dayAndTime(backup.at) })}
        </Button>
      </div>
      {restore.value && (
        <p className="settings-line" role="status">
          <Mark kind="saved" />
          {t('settings.care.restored', { folder: restore.value.setAside ?? t('common.none') })}
        </p>
      )}
      <FaultLine fault={restore.fault} />
    </form>
  );
}
