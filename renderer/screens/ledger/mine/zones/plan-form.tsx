import { useEffect, useRef, useState } from 'react';
import type { EntityId } from '../../../../../vocabulary/ids.ts';
import { type ZoneMap, zoneMap } from '../../../../../vocabulary/zone.ts';
import { Card } from '../../../../parts/card.tsx';
import { FileButton } from '../../../../parts/file-button.tsx';
import { decimalOf } from '../../../../parts/number-text.ts';
import { givenFile, MOST_BYTES } from '../../../../ports/files.ts';
import { useDeed } from '../../../../ports/questions.ts';
import { byteSize } from '../../../../words/format.ts';
import { useWords } from '../../../../words/words.ts';
import { FormFoot } from '../form-foot.tsx';
import { TextField } from '../text-field.tsx';

interface Plan {
  readonly file: File;
  readonly url: string;
}
type Pixel = readonly [number, number];

export interface PlanFormProps {
  readonly mine: string;
  readonly areaId: EntityId | null;
  readonly onDone: () => void;
}

/** The mine's plan as a picture: two points of it whose distance is known give its scale. */
export function PlanForm({ mine, areaId, onDone }: PlanFormProps) {
  const { t } = useWords();
  const [plan, setPlan] = useState<Plan | null>(null);
  const [size, setSize] = useState<Pixel | null>(null);
  const [points, setPoints] = useState<readonly Pixel[]>([]);
  const [distance, setDistance] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const picture = useRef<HTMLImageElement>(null);
  useEffect(() => () => URL.revokeObjectURL(plan?.url ?? ''), [plan]);
  const put = useDeed(async (ports, map: Omit<ZoneMap, 'picture'>) => {
    const { mime, bytes } = await givenFile(plan?.file ?? new File([], ''));
    return ports.recorder.ask('zone/put-map', { areaId, map, picture: { mime, bytes } });
  });
  const choose = (file: File | undefined) => {
    if (!file) return;
    if (file.size > MOST_BYTES)
      return setTrouble(t('check.evidence.tooBig', { size: byteSize(file.size), most: byteSize(MOST_BYTES) }));
    setTrouble(null);
    setPoints([]);
    setPlan({ file, url: URL.createObjectURL(file) });
  };
  const metres = decimalOf(distance);
  const draft = zoneMap.omit({ picture: true }).safeParse({
    mine,
    width_px: size?.[0],
    height_px: size?.[1],
    scale: { a_px: points[0], b_px: points[1], distance_m: metres === null ? null : Number(metres) },
  }).data;
  const isSame = points[0]?.[0] === points[1]?.[0] && points[0]?.[1] === points[1]?.[1];
  const tap = (event: { readonly clientX: number; readonly clientY: number }) => {
    const image = picture.current;
    if (!image) return;
    const box = image.getBoundingClientRect();
    const at: Pixel = [
      Math.round(((event.clientX - box.left) / box.width) * image.naturalWidth),
      Math.round(((event.clientY - box.top) / box.height) * image.naturalHeight),
    ];
    setPoints(points.length >= 2 ? [at] : [...points, at]);
  };
  return (
    <Card title={t('zones.picture')} aside={t(plan ? 'zones.scaleHint' : 'zones.pictureHint')} grow>
      <FileButton icon="camera" accept="image/*" inputLabel={t('zones.picture')} onFiles={([file]) => choose(file)}>
        {t('zones.picture')}
      </FileButton>
      {trouble && <p className="mine-remark">{trouble}</p>}
      {plan && (
        <div className="zone-plan">
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: two points of a picture are shown by tapping them */}
          <img
            ref={picture}
            src={plan.url}
            alt={t('zones.map')}
            onClick={tap}
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => setSize([naturalWidth, naturalHeight])}
            onError={() => setTrouble(t('zones.badPicture'))}
          />
          {size &&
            points.map(([x, y]) => (
              <span
                key={`${x} ${y}`}
                style={{ insetInlineStart: `${(x / size[0]) * 100}%`, insetBlockStart: `${(y / size[1]) * 100}%` }}
              />
            ))}
        </div>
      )}
      <TextField numeric label={t('zones.distance')} unit="m" value={distance} onChange={setDistance} />
      <FormFoot
        saving={put}
        missing={[
          [t('zones.picture'), plan === null],
          [t('zones.scalePoints'), plan !== null && (points.length < 2 || isSame)],
          [t('zones.distance'), metres === null || Number(metres) <= 0],
        ]}
        disabled={!draft || !plan || isSame}
        words={t('zones.keepMap')}
        onCancel={onDone}
        onKeep={() => draft && void put.run(draft).then((done) => done.ok && onDone())}
      />
    </Card>
  );
}
