import { useEffect, useRef, useState } from 'react';
import type { InspectionSheet } from '../../../../electron/ports/inspection-models.ts';
import { partForms, siteFields } from '../../../../rules/sites/forms.ts';
import type { Site } from '../../../../rules/sites/site.ts';
import type { Fault } from '../../../../vocabulary/fault.ts';
import { entityId, type PlaceId, placeId as placeIdSchema } from '../../../../vocabulary/ids.ts';
import type { PartKind, SiteKind } from '../../../../vocabulary/site.ts';
import { useReach } from '../../../ports/ports-context.tsx';
import { readFacts, type Typed, type TypedFacts } from '../fact-entry.ts';
import { nextName, recordedSite, type SiteDrafts, typedOf, WHOLE, withDrafts } from './site-model.ts';

/** Typing rests this long before it is kept; leaving a field keeps it at once. */
const REST_MS = 600;

export interface SiteEditor {
  /** With what was typed and is not yet kept. */
  readonly site: Site;
  readonly typedOf: (target: string) => TypedFacts;
  readonly badOf: (target: string) => readonly string[];
  readonly type: (target: string, key: string, value: Typed) => void;
  /** Keeps what was typed now. */
  readonly keep: () => void;
  readonly setParent: (heading: PlaceId | null) => void;
  readonly addPart: (kind: PartKind) => Promise<string | null>;
  readonly removePart: (partId: string) => void;
  readonly savedAt: number | null;
  readonly fault: Fault | null;
}

interface Waiting {
  /** Outlives a look at another screen, not the program; by inspection, place and target. */
  drafts: SiteDrafts;
  dirty: ReadonlySet<string>;
}
const waiting = new Map<string, Waiting>();

/** The sub-form of one place: every field is kept as it is left, like an answer. */
export function useSite(sheet: InspectionSheet, place: PlaceId, kind: SiteKind): SiteEditor {
  const { ports } = useReach();
  const { inspectionId } = sheet.summary;
  const key = `${inspectionId} ${place}`;
  const [, repaint] = useState(0);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const gone = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const held = waiting.get(key) ?? { drafts: {}, dirty: new Set<string>() };
  const recorded = recordedSite(sheet, place, kind);
  const site = withDrafts(recorded, held.drafts);
  const hold = (next: Waiting) => {
    waiting.set(key, next);
    repaint((count) => count + 1);
  };
  const fieldsOf = (target: string) => {
    const part = recorded.parts.find(({ partId }) => partId === target);
    return part ? partForms[part.kind] : siteFields(kind);
  };
  const factsOf = (target: string): Site['facts'] =>
    recorded.parts.find(({ partId }) => partId === target)?.facts ?? (target === WHOLE ? recorded.facts : {});
  const typed = (target: string) => typedOf(fieldsOf(target), factsOf(target), held.drafts[target]);

  const sendOf =
    (current: Site) =>
    async (target: string, parent = current.parent) => {
      const part = current.parts.find(({ partId }) => partId === target);
      const about = { inspectionId, placeId: place };
      const done = part
        ? await ports.recorder.ask('site/put-part', {
            ...about,
            partId: entityId.parse(target),
            kind: part.kind,
            facts: part.facts,
          })
        : await ports.recorder.ask('site/put', {
            ...about,
            parent: parent === null ? null : placeIdSchema.parse(parent),
            facts: current.facts,
          });
      if (done.ok) setSavedAt(done.value.savedAt);
      setFault(done.ok ? null : done.fault);
      return done.ok;
    };
  const keep = () => {
    if (timer.current) clearTimeout(timer.current);
    const now = waiting.get(key);
    if (!now || now.dirty.size === 0) return;
    waiting.set(key, { ...now, dirty: new Set() });
    const send = sendOf(withDrafts(recorded, now.drafts));
    for (const target of now.dirty)
      void send(target).then((done) => {
        const later = waiting.get(key);
        if (!done && later) waiting.set(key, { ...later, dirty: new Set([...later.dirty, target]) });
        else if (gone.current && later?.dirty.size === 0) waiting.delete(key);
      });
  };
  const newest = useRef(keep);
  newest.current = keep;
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      newest.current();
    };
  }, []);

  return {
    site,
    typedOf: typed,
    badOf: (target) => readFacts(fieldsOf(target), typed(target)).bad,
    type: (target, field, value) => {
      const now = waiting.get(key) ?? held;
      const drafts = { ...now.drafts, [target]: { ...now.drafts[target], [field]: value } };
      hold({ drafts, dirty: new Set([...now.dirty, target]) });
      if (timer.current) clearTimeout(timer.current);
      timer.current = setTimeout(() => newest.current(), REST_MS);
    },
    keep,
    setParent: (heading) => void sendOf(site)(WHOLE, heading),
    addPart: async (part) => {
      const facts = { name: nextName(site.parts.filter((one) => one.kind === part)) };
      const done = await ports.recorder.ask('site/put-part', {
        inspectionId,
        placeId: place,
        partId: null,
        kind: part,
        facts,
      });
      setFault(done.ok ? null : done.fault);
      return done.ok ? done.value.partId : null;
    },
    removePart: (partId) =>
      void ports.recorder
        .ask('site/remove-part', { inspectionId, partId: entityId.parse(partId) })
        .then((done) => setFault(done.ok ? null : done.fault)),
    savedAt,
    fault,
  };
}
