import type { ExchangeState, ExportedRow } from '../../../electron/ports/exchange-models.ts';
import { ok, type Result } from '../../../vocabulary/result.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import type { Ports } from '../../ports/connect.ts';
import { useAbout, useDeed, useSession } from '../../ports/questions.ts';
import { useSaved } from '../../ports/use-saved.ts';
import { useNavigation } from '../../shell/navigation.tsx';
import { byteSize, groupDigits, hashStart, WIDE } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { pendingRange } from './exchange-model.ts';
import { HandedOver } from './handed-over.tsx';
import { NumbersCard } from './numbers-card.tsx';
import { SaveBundle } from './save-bundle.tsx';

/** The chosen folder, or undefined where the person left the dialog; null asks for no folder at all. */
async function exportTo(ports: Ports, pick: boolean): Promise<Result<MadeBundle | null>> {
  if (!pick) return ports.recorder.ask('bundle/export', { folder: null });
  const picked = await ports.host.ask('host/pick-folder', {});
  if (!picked.ok) return picked;
  if (picked.value.folder === null) return ok(null);
  return ports.recorder.ask('bundle/export', { folder: picked.value.folder });
}

/** Seal, pack, sign, write, read back. */
export function HandOver({ state }: { readonly state: ExchangeState }) {
  const { t } = useWords();
  const { go } = useNavigation();
  const session = useSession().value;
  const saved = useSaved();
  const desktop = useAbout().value?.host === 'desktop';
  const make = useDeed((ports, pick: boolean) => exportTo(ports, pick));
  const pending = pendingRange(state.exported, saved?.seq ?? 0);
  const enrolled = session?.device.certificate != null;
  return (
    <div className="page-columns exchange-out">
      <div className="exchange-column">
        <Card title={t('exchange.out.title')} aside={t('exchange.out.why')}>
          <p className="text-small">{t('exchange.out.pending')}</p>
          <p className="exchange-pending">
            {pending
              ? t('exchange.out.pendingLine', {
                  from: groupDigits(pending.from),
                  to: groupDigits(pending.to),
                  n: groupDigits(pending.to - pending.from + 1),
                })
              : t('exchange.out.pendingNone')}
          </p>
          {!enrolled && (
            <p className="exchange-refused">
              <Mark kind="alarm3" />
              <span className="card-row-words">{t('exchange.out.needCertificate')}</span>
              <Button onPress={() => go('settings', { focus: 'me' })}>{t('today.todo.enrol')}</Button>
            </p>
          )}
          <div className="exchange-out-buttons">
            {desktop && (
              <Button disabled={!enrolled} busy={make.busy} onPress={() => void make.run(false)}>
                {t('exchange.out.toFile')}
              </Button>
            )}
            <Button
              kind="primary"
              size="big"
              iconAfter="next"
              disabled={!enrolled || saved === null}
              busy={make.busy}
              onPress={() => void make.run(desktop)}
            >
              {make.busy ? t('common.working') : t(desktop ? 'exchange.out.toFolder' : 'exchange.handOver')}
            </Button>
          </div>
          <FaultLine fault={make.fault} />
        </Card>
        {make.value && <Made made={make.value} inFolder={desktop} />}
        {session?.device.certificate && <NumbersCard state={state} />}
      </div>
      <HandedOver rows={state.exported} />
    </div>
  );
}

interface MadeBundle extends ExportedRow {
  readonly file: string;
  readonly stateHash: string;
}

function Made({ made, inFolder }: { readonly made: MadeBundle; readonly inFolder: boolean }) {
  const { t } = useWords();
  return (
    <Card>
      <p className="exchange-refused">
        <Mark kind="saved" size={28} />
        <span className="card-row-words">{t(inFolder ? 'exchange.out.done' : 'exchange.out.doneFile')}</span>
        <SaveBundle name={made.name} />
      </p>
      <p className="mono-id">{made.file}</p>
      <p className="text-small">
        {[
          byteSize(made.bytes),
          t('exchange.out.row', { seq: groupDigits(made.toSeq), events: groupDigits(made.events) }),
        ].join(WIDE)}
      </p>
      <p className="text-small">
        {t('exchange.out.state')} <span className="mono-id">{hashStart(made.stateHash)}</span>
      </p>
    </Card>
  );
}
