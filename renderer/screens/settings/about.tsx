import { Mark } from '../../marks/mark.tsx';
import { Card } from '../../parts/card.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { useAbout } from '../../ports/questions.ts';
import { useWords } from '../../words/words.ts';
import { FactsList } from './facts-list.tsx';

const systems = ['linux', 'windows', 'mac'] as const;

/** Version, where the data is, why it runs where it runs, and how a refused serial port is opened. */
export function About() {
  const { t } = useWords();
  const about = useAbout();
  const host = about.value;
  const why = host?.why === 'no-electron-runtime' ? t('settings.about.whyNoRuntime') : t('settings.about.whyChosen');
  return (
    <div className="settings-columns">
      <Card title={t('settings.about.title')}>
        <FaultLine fault={about.fault} />
        {host && (
          <FactsList
            facts={[
              [t('settings.about.version'), host.version],
              [
                t('settings.about.host'),
                t(host.host === 'desktop' ? 'settings.about.desktop' : 'settings.about.browser'),
              ],
              [
                t('settings.about.dataFolder'),
                <span key="folder" className="mono-id">
                  {host.dataFolder}
                </span>,
              ],
              [t('settings.about.licence'), t('settings.about.licenceText')],
            ]}
          />
        )}
        {host && host.why !== null && <p className="text-small">{why}</p>}
        <p className="settings-line settings-ma">
          <Mark kind="alarm3" />
          {t('settings.about.ma')}
        </p>
      </Card>
      <Card title={t('settings.about.portTitle')}>
        <p className="text-small">{t('settings.about.portWhy')}</p>
        <ul className="settings-steps">
          {systems.map((system) => (
            <li key={system}>{t(`settings.about.portSteps.${system}`)}</li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
