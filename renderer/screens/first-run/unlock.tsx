import { Input } from 'antd';
import { useState } from 'react';
import type { SessionState } from '../../../electron/ports/session-models.ts';
import { Icon } from '../../marks/icon.tsx';
import { Button } from '../../parts/button.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { Field } from '../../parts/field.tsx';
import { useCare, useDeed } from '../../ports/questions.ts';
import { useWords } from '../../words/words.ts';
import { Restore } from '../settings/restore.tsx';
import './first-run.css';

/** A record that cannot be read comes back from its second copy. */
function WayBack() {
  const care = useCare();
  return <Restore backups={care.value?.backups ?? []} />;
}

/** The passphrase stands between a found tablet and its record. */
export function Unlock({ session }: { readonly session: SessionState }) {
  const { t } = useWords();
  const [passphrase, setPassphrase] = useState('');
  const unlock = useDeed((ports, ask: { passphrase: string }) => ports.recorder.ask('session/unlock', ask));
  const open = () => void unlock.run({ passphrase }).then((result) => !result.ok && setPassphrase(''));
  const name = session.person?.name;
  return (
    <main className="gate">
      <form
        className="unlock"
        onSubmit={(event) => {
          event.preventDefault();
          if (passphrase !== '' && !unlock.busy) open();
        }}
      >
        <Icon name="lock" size={40} />
        <h1>{t('firstRun.unlock.title')}</h1>
        <p>{name ? t('firstRun.unlock.line', { name }) : t('firstRun.unlock.lineNobody')}</p>
        <Field label={t('firstRun.unlock.passphrase')}>
          {({ id }) => (
            <Input.Password
              id={id}
              autoFocus
              autoComplete="current-password"
              visibilityToggle={false}
              value={passphrase}
              onChange={(event) => setPassphrase(event.target.value)}
            />
          )}
        </Field>
        <FaultLine fault={unlock.fault} />
        <Button kind="primary" size="big" wide disabled={passphrase === ''} busy={unlock.busy} onPress={open}>
          {unlock.busy ? t('common.working') : t('firstRun.unlock.open')}
        </Button>
        <p className="text-faint">{t('firstRun.unlock.folder', { folder: session.dataFolder })}</p>
      </form>
      {unlock.fault?.code === 'data_corrupt' && <WayBack />}
    </main>
  );
}
