import { Button } from '../../parts/button.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { readBundle, saveAs } from '../../ports/files.ts';
import { useDeed } from '../../ports/questions.ts';
import { useWords } from '../../words/words.ts';

/** Reads a kept bundle back and lets the person save it where they like. */
export function SaveBundle({ name }: { readonly name: string }) {
  const { t } = useWords();
  const read = useDeed((ports, bundle: string) => readBundle(ports, bundle));
  return (
    <>
      <Button busy={read.busy} onPress={() => void read.run(name).then((done) => done.ok && saveAs(name, done.value))}>
        {read.busy ? t('common.working') : t('exchange.out.saveFile')}
      </Button>
      <FaultLine fault={read.fault} />
    </>
  );
}
