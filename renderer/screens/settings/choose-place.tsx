import { Input } from 'antd';
import { useState } from 'react';
import type { Result } from '../../../vocabulary/result.ts';
import { ok } from '../../../vocabulary/result.ts';
import { Button } from '../../parts/button.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { Field } from '../../parts/field.tsx';
import type { Ports } from '../../ports/connect.ts';
import { useAbout, useDeed } from '../../ports/questions.ts';
import { useWords } from '../../words/words.ts';

export interface ChoosePlaceProps {
  readonly label: string;
  readonly hint: string;
  /** What is done with the path. */
  readonly take: string;
  readonly does: (ports: Ports, place: string) => Promise<Result<unknown>>;
}

/** A folder of this machine: by the system's chooser in the desktop window, by its path in a browser, which may not know folders. */
export function ChoosePlace({ label, hint, take, does }: ChoosePlaceProps) {
  const desktop = useAbout().value?.host === 'desktop';
  return desktop ? (
    <Chooser label={label} does={does} />
  ) : (
    <PathField label={label} hint={hint} take={take} does={does} />
  );
}

function Chooser({ label, does }: Omit<ChoosePlaceProps, 'hint' | 'take'>) {
  const pick = useDeed(async (ports, _: null) => {
    const picked = await ports.host.ask('host/pick-folder', {});
    if (!picked.ok || picked.value.folder === null) return picked.ok ? ok(null) : picked;
    return does(ports, picked.value.folder);
  });
  return (
    <>
      <Button icon="folder" busy={pick.busy} onPress={() => void pick.run(null)}>
        {label}
      </Button>
      <FaultLine fault={pick.fault} />
    </>
  );
}

function PathField({ label, hint, take, does }: ChoosePlaceProps) {
  const { t } = useWords();
  const [place, setPlace] = useState('');
  const deed = useDeed((ports, path: string) => does(ports, path));
  const go = () => void deed.run(place.trim()).then((done) => done.ok && setPlace(''));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (place.trim() !== '' && !deed.busy) go();
      }}
    >
      <Field label={label} hint={hint}>
        {({ id, describedBy }) => (
          <div className="enrol-line">
            <Input
              id={id}
              aria-describedby={describedBy}
              maxLength={400}
              value={place}
              placeholder={t('settings.care.pathExample')}
              onChange={(event) => setPlace(event.target.value)}
            />
            <Button disabled={place.trim() === ''} busy={deed.busy} onPress={go}>
              {take}
            </Button>
          </div>
        )}
      </Field>
      <FaultLine fault={deed.fault} />
    </form>
  );
}
