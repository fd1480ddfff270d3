import { useState } from 'react';
import type { SessionState } from '../../../electron/ports/session-models.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { useDeed, useSession } from '../../ports/questions.ts';
import { fullDate, WIDE } from '../../words/format.ts';
import { shortPrincipal } from '../../words/principal.ts';
import { useWords } from '../../words/words.ts';
import { Enrol } from './enrol.tsx';
import { FactsList } from './facts-list.tsx';

/** Who uses this machine, which key it signs with, and what the province says of it. */
export function Me() {
  const { t } = useWords();
  const [enrolling, setEnrolling] = useState(false);
  const session = useSession().value;
  if (!session) return null;
  return (
    <div className="settings-columns">
      {enrolling ? (
        <Card title={t('settings.me.enrol')}>
          <Enrol principal={session.device.principal} onTaken={() => setEnrolling(false)} />
          <Button icon="back" onPress={() => setEnrolling(false)}>
            {t('common.back')}
          </Button>
        </Card>
      ) : (
        <div className="settings-column">
          <Person session={session} />
          <Lock />
        </div>
      )}
      <Device session={session} onEnrol={enrolling ? null : () => setEnrolling(true)} />
    </div>
  );
}

function Person({ session }: { readonly session: SessionState }) {
  const { t } = useWords();
  const { person } = session;
  return (
    <Card title={t('settings.me.person')}>
      <FactsList
        facts={[
          [t('firstRun.who.name'), person?.name ?? t('common.none')],
          [t('firstRun.who.certificateNo'), person?.certificateNo ?? t('common.none')],
          [t('firstRun.who.team'), person?.team ?? t('common.none')],
        ]}
      />
    </Card>
  );
}

function Lock() {
  const { t } = useWords();
  const lock = useDeed((ports, _: null) => ports.recorder.ask('session/lock', {}));
  return (
    <Card>
      <div className="settings-line">
        <p className="card-row-words text-small">{t('settings.me.lockWhy')}</p>
        <Button icon="lock" busy={lock.busy} onPress={() => void lock.run(null)}>
          {t('settings.me.lock')}
        </Button>
      </div>
      <FaultLine fault={lock.fault} />
    </Card>
  );
}

function Device({ session, onEnrol }: { readonly session: SessionState; readonly onEnrol: (() => void) | null }) {
  const { t, language } = useWords();
  const { device } = session;
  const certificate = device.certificate;
  const valid =
    certificate &&
    [
      t('settings.me.valid', {
        role: device.role ? t(`roles.${device.role}`) : t('common.none'),
        from: fullDate(certificate.validAfter, language),
        to: fullDate(certificate.validBefore, language),
      }),
      t('settings.me.serial', { serial: certificate.serial }),
    ].join(WIDE);
  return (
    <Card
      title={t('settings.me.device')}
      aside={device.principal ? shortPrincipal(device.principal) : t('today.tablet.unnamed')}
    >
      <FactsList
        facts={[
          [t('settings.me.certificate'), valid ?? t('settings.me.none')],
          [t('settings.me.fingerprint'), <Id key="own" text={device.fingerprint} />],
          [t('settings.me.authority'), <Id key="authority" text={device.authorityFingerprint} />],
          [t('settings.me.log'), <Id key="log" text={device.log} />],
        ]}
      />
      {onEnrol && <Button onPress={onEnrol}>{t(certificate ? 'settings.me.renew' : 'settings.me.enrol')}</Button>}
    </Card>
  );
}

function Id({ text }: { readonly text: string | null }) {
  const { t } = useWords();
  return <span className="mono-id">{text ?? t('common.none')}</span>;
}
