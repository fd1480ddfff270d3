import { useEffect, useRef, useState } from 'react';

export type VoiceState = 'resting' | 'opening' | 'recording' | 'denied';

/** Longer than anybody speaks at a stretch, and small enough for one message. */
const MOST_MS = 5 * 60_000;

interface Recording {
  readonly recorder: MediaRecorder;
  readonly since: number;
}

/** Records one voice note at a time; whatever ends it, the note is handed over. */
export function useVoice(onNote: (sound: Blob, seconds: number) => void, now: () => number) {
  const [state, setState] = useState<VoiceState>('resting');
  const running = useRef<Recording>(null);
  const [since, setSince] = useState<number | null>(null);
  const give = useRef(onNote);
  give.current = onNote;
  const end = () => {
    if (running.current?.recorder.state === 'recording') running.current.recorder.stop();
  };
  const begin = async () => {
    setState('opening');
    const stream = await navigator.mediaDevices?.getUserMedia({ audio: true, video: false }).catch(() => null);
    if (!stream) return setState('denied');
    const recorder = new MediaRecorder(stream);
    const pieces: Blob[] = [];
    const from = now();
    recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data));
    recorder.addEventListener('stop', () => {
      clearTimeout(limit);
      for (const track of stream.getTracks()) track.stop();
      running.current = null;
      setSince(null);
      setState('resting');
      const sound = new Blob(pieces, { type: recorder.mimeType.split(';')[0] || 'audio/webm' });
      if (sound.size > 0) give.current(sound, Math.round((now() - from) / 1000));
    });
    const limit = setTimeout(end, MOST_MS);
    running.current = { recorder, since: from };
    recorder.start(1000);
    setSince(from);
    setState('recording');
  };
  // going to another row ends the note and keeps it
  useEffect(
    () => () => {
      if (running.current?.recorder.state === 'recording') running.current.recorder.stop();
    },
    [],
  );
  return { state, since, begin: () => void begin(), end };
}
