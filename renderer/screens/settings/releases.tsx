import type { ReleaseRow } from '../../../electron/ports/pack-models.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { FileButton } from '../../parts/file-button.tsx';
import { useDeed, useQuestion } from '../../ports/questions.ts';
import { dayAndTime } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';

/** What the province has released since this version, and the way to take a release in. */
export function Releases() {
  const { t } = useWords();
  const { value, fault, again } = useQuestion(['rules', 'packs'], (ports) => ports.recorder.ask('pack/state', {}));
  const take = useDeed(async (ports, file: File) => ports.recorder.ask('pack/take', { text: await file.text() }));
  return (
    <Card title={t('settings.packs.releases')}>
      <p className="text-small">{t('settings.packs.releasesWhy')}</p>
      {value?.releases.length === 0 && <p>{t('settings.packs.noRelease')}</p>}
      <ul className="release-list">
        {value?.releases.map((release) => (
          <Release key={`${release.number}${release.at}`} release={release} />
        ))}
      </ul>
      <FaultLine fault={take.fault ?? fault} />
      {take.value && <p role="status">{t('settings.packs.taken')}</p>}
      <div className="card-foot">
        <FileButton
          icon="folder"
          accept=".json,application/json"
          inputLabel={t('settings.packs.take')}
          disabled={take.busy}
          onFiles={([file]) => file && void take.run(file)}
        >
          {t('settings.packs.take')}
        </FileButton>
        {fault && <Button onPress={again}>{t('common.again')}</Button>}
      </div>
    </Card>
  );
}

function Release({ release }: { readonly release: ReleaseRow }) {
  const { t, say } = useWords();
  const { number, issued, signer, at, inForce, refusal } = release;
  return (
    <li>
      <strong>{t('settings.packs.number', { n: number })}</strong>　{t('settings.packs.issued', { date: issued })}　
      {inForce ? t('settings.packs.inForce') : t('settings.packs.notInForce')}
      <p className="text-small">{t('settings.packs.signedBy', { signer, time: dayAndTime(at) })}</p>
      {refusal && <FaultLine fault={refusal} />}
      {refusal && <span className="visually-hidden">{say(refusal)}</span>}
    </li>
  );
}
