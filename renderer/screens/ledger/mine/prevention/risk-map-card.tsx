import type { MinePrevention, MineRiskRow } from '../../../../../electron/ports/prevention-models.ts';
import { type MineRisk, mineRisk } from '../../../../../vocabulary/dual-prevention.ts';
import { BlobPicture } from '../../../../parts/blob-picture.tsx';
import { Card } from '../../../../parts/card.tsx';
import { FaultLine } from '../../../../parts/fault-line.tsx';
import { FileButton } from '../../../../parts/file-button.tsx';
import { givenFile, MOST_BYTES } from '../../../../ports/files.ts';
import { useDeed } from '../../../../ports/questions.ts';
import { useWords } from '../../../../words/words.ts';

interface RiskMapProps {
  readonly mine: string;
  readonly map: MinePrevention['map'];
  readonly risks: readonly MineRiskRow[];
  /** The risk that the next press on the map puts there. */
  readonly placing: MineRiskRow['entryId'] | null;
  readonly onPlaced: () => void;
}

/** The mine's risk map with the risks on it by their number in the list. */
export function RiskMapCard({ mine, map, risks, placing, onPlaced }: RiskMapProps) {
  const { t } = useWords();
  const take = useDeed(async (ports, file: File) =>
    ports.recorder.ask('prevention/map', { mine, ...(await givenFile(file)) }),
  );
  const put = useDeed(
    (ports, { entryId, risk }: { readonly entryId: MineRiskRow['entryId']; readonly risk: MineRisk }) =>
      ports.recorder.ask('prevention/risk', { entryId, risk }),
  );
  const chosen = risks.find(({ entryId }) => entryId === placing);
  const place = (event: React.MouseEvent<HTMLButtonElement>) => {
    if (!chosen) return;
    const box = event.currentTarget.getBoundingClientRect();
    const share = (at: number, size: number) => Math.min(1000, Math.max(0, Math.round((at / size) * 1000)));
    const at = { x: share(event.clientX - box.left, box.width), y: share(event.clientY - box.top, box.height) };
    const { entryId, author: _author, savedAt: _savedAt, disputed: _disputed, ...said } = chosen;
    const risk = mineRisk.safeParse({ ...said, at }).data;
    if (risk) void put.run({ entryId, risk }).then((done) => done.ok && onPlaced());
  };
  const choose = (
    <FileButton
      size="small"
      accept="image/*"
      inputLabel={t('prevention.chooseMap')}
      busy={take.busy}
      onFiles={([file]) => file && file.size <= MOST_BYTES && void take.run(file)}
    >
      {t(map ? 'prevention.newMap' : 'prevention.chooseMap')}
    </FileButton>
  );
  return (
    <Card grow title={t('prevention.map')} aside={choose}>
      <FaultLine fault={take.fault ?? put.fault} />
      {!map && <p className="text-small">{t('prevention.noMap')}</p>}
      {map && (
        <div className="prevention-map">
          {chosen && <p className="text-small">{t('prevention.placing', { risk: chosen.risk })}</p>}
          <button
            type="button"
            className="prevention-picture"
            disabled={!chosen}
            aria-label={chosen ? t('prevention.placing', { risk: chosen.risk }) : map.label}
            onClick={place}
          >
            <BlobPicture blob={map.picture.blob} label={map.label} />
            {risks.map(
              ({ entryId, at, risk }, number) =>
                at && (
                  <span
                    key={entryId}
                    className="prevention-dot"
                    title={risk}
                    style={{ left: `${at.x / 10}%`, top: `${at.y / 10}%` }}
                  >
                    {number + 1}
                  </span>
                ),
            )}
          </button>
        </div>
      )}
    </Card>
  );
}
