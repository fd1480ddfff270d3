import { useState } from 'react';
import type { LogImported, LogPreview, LogSettings } from '../../../electron/ports/log-models.ts';
import type { Fault } from '../../../vocabulary/fault.ts';
import type { EntityId, InspectionId, InstrumentId } from '../../../vocabulary/ids.ts';
import { sendFile } from '../../ports/files.ts';
import { usePorts } from '../../ports/ports-context.tsx';
import { useDeed } from '../../ports/questions.ts';
import { askedSoFar, withAnswer } from './import-model.ts';

type Question = LogPreview['questions'][number];

export interface Choice {
  readonly instrumentId: InstrumentId;
  readonly inspectionId: InspectionId | null;
  readonly measurement: EntityId | null;
}

export interface Importing {
  readonly preview: LogPreview | null;
  readonly asked: readonly Question[];
  readonly settings: LogSettings;
  readonly done: LogImported | null;
  /** The name of the file that is being read. */
  readonly reading: string | null;
  readonly busy: boolean;
  readonly fault: Fault | null;
  readonly choose: (file: File) => void;
  readonly answer: (question: Question, value: string | number) => void;
  readonly take: (choice: Choice) => void;
}

/** One file from the disk to the record: sent, read, answered, kept. */
export function useImport(): Importing {
  const ports = usePorts();
  const [preview, setPreview] = useState<LogPreview | null>(null);
  const [asked, setAsked] = useState<readonly Question[]>([]);
  const [settings, setSettings] = useState<LogSettings>({});
  const [done, setDone] = useState<LogImported | null>(null);
  const [reading, setReading] = useState<string | null>(null);
  const open = useDeed(async (_, file: File) => {
    const sent = await sendFile(ports, file, () => {});
    return sent.ok ? ports.recorder.ask('log/open', { upload: sent.value }) : sent;
  });
  const read = useDeed((_, ask: { readonly draft: EntityId; readonly settings: LogSettings }) =>
    ports.recorder.ask('log/read', { draft: ask.draft, settings: ask.settings }),
  );
  const keep = useDeed((_, ask: Choice & { readonly draft: EntityId }) => ports.recorder.ask('log/import', ask));
  const show = (next: LogPreview, before: readonly Question[]) => {
    setPreview(next);
    setAsked(askedSoFar(before, next.questions));
  };
  const choose = async (file: File) => {
    for (const deed of [open, read, keep]) deed.reset();
    setDone(null);
    setPreview(null);
    setSettings({});
    setReading(file.name);
    const opened = await open.run(file);
    setReading(null);
    if (opened.ok) show(opened.value, []);
  };
  const answer = async (question: Question, value: string | number) => {
    if (!preview) return;
    const next = withAnswer(settings, question, value);
    setSettings(next);
    const again = await read.run({ draft: preview.draft, settings: next });
    if (again.ok) show(again.value, asked);
  };
  const take = async (choice: Choice) => {
    if (!preview) return;
    const kept = await keep.run({ draft: preview.draft, ...choice });
    if (kept.ok) setDone(kept.value);
  };
  return {
    preview,
    asked,
    settings,
    done,
    reading,
    busy: open.busy || read.busy || keep.busy,
    fault: open.fault ?? read.fault ?? keep.fault,
    choose: (file) => void choose(file),
    answer: (question, value) => void answer(question, value),
    take: (choice) => void take(choice),
  };
}
