import { useNow, useReach } from '../../ports/ports-context.tsx';
import { useWords } from '../../words/words.ts';
import { Button } from '../button.tsx';
import { useVoice } from './use-voice.ts';
import './capture.css';

export interface VoiceButtonProps {
  readonly busy: boolean;
  readonly onNote: (sound: Blob, seconds: number) => void;
}

const spoken = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/** Speaks a note: one press begins it, the next ends and keeps it. */
export function VoiceButton({ busy, onNote }: VoiceButtonProps) {
  const { t } = useWords();
  const { now } = useReach();
  const clock = useNow(500);
  const { state, since, begin, end } = useVoice(onNote, now);
  const recording = state === 'recording' && since !== null;
  return (
    <span className="voice">
      <Button
        icon="microphone"
        pressed={recording}
        busy={busy || state === 'opening'}
        onPress={recording ? end : begin}
      >
        {recording ? t('capture.stopVoice', { time: spoken(clock - since) }) : t('capture.speak')}
      </Button>
      {state === 'denied' && (
        <span className="text-small" role="alert">
          {t('capture.noMicrophone')}
        </span>
      )}
    </span>
  );
}
