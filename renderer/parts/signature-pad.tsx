import { Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import SignaturePadCanvas from 'signature_pad';
import { useWords } from '../words/words.ts';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import './signature-pad.css';

/** What came of it: the strokes as a PNG in base64, or a refusal with its witness. */
export type Signed =
  | { readonly kind: 'signed'; readonly png: string }
  | { readonly kind: 'refused'; readonly reason: string; readonly witness: string };

export interface SignaturePadProps {
  readonly name: string;
  readonly document: string;
  readonly onDone: (signed: Signed) => void;
  /** Whether this person may refuse; an officer does not. */
  readonly mayRefuse?: boolean;
}

function useStrokes() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePadCanvas>(null);
  const [empty, setEmpty] = useState(true);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const scale = window.devicePixelRatio || 1;
    element.width = element.offsetWidth * scale;
    element.height = element.offsetHeight * scale;
    element.getContext('2d')?.scale(scale, scale);
    const colour = getComputedStyle(element).color;
    const fresh = new SignaturePadCanvas(element, { minWidth: 1.5, maxWidth: 3, penColor: colour });
    fresh.addEventListener('endStroke', () => setEmpty(fresh.isEmpty()));
    pad.current = fresh;
    return () => fresh.off();
  }, []);
  const clear = () => {
    pad.current?.clear();
    setEmpty(true);
  };
  const png = () => pad.current?.toDataURL('image/png').replace(/^data:[^,]*,/, '') ?? '';
  return { canvas, empty, clear, png };
}

/** The whole screen to sign on: the name and what is signed above the line, 重签 and 完成 below. */
export function SignaturePad(props: SignaturePadProps) {
  const [refusing, setRefusing] = useState(false);
  return refusing ? (
    <Refusal {...props} onBack={() => setRefusing(false)} />
  ) : (
    <Strokes {...props} onRefuse={() => setRefusing(true)} />
  );
}

function Strokes(props: SignaturePadProps & { readonly onRefuse: () => void }) {
  const { t } = useWords();
  const { canvas, empty, clear, png } = useStrokes();
  return (
    <div className="signature-pad">
      <p>
        <strong>{props.name}</strong>　{props.document}
      </p>
      <div className="signature-pad-sheet">
        <canvas ref={canvas} aria-label={t('parts.signature.canvas', { name: props.name })} role="img" />
        <p>{t('parts.signature.hint')}</p>
      </div>
      <div className="signature-pad-buttons">
        {props.mayRefuse && <Button onPress={props.onRefuse}>{t('parts.signature.refuse')}</Button>}
        <Button icon="undo" disabled={empty} onPress={clear}>
          {t('parts.signature.again')}
        </Button>
        <Button kind="primary" size="big" disabled={empty} onPress={() => props.onDone({ kind: 'signed', png: png() })}>
          {t('parts.signature.done')}
        </Button>
      </div>
    </div>
  );
}

function Refusal(props: SignaturePadProps & { readonly onBack: () => void }) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const [witness, setWitness] = useState('');
  const ready = reason.trim() !== '' && witness.trim() !== '';
  return (
    <div className="signature-pad">
      <p>
        <strong>{props.name}</strong>　{t('parts.signature.refuse')}
      </p>
      <Field label={t('parts.signature.refuseReason')}>
        {({ id }) => (
          <Input.TextArea id={id} rows={3} maxLength={200} value={reason} onChange={(e) => setReason(e.target.value)} />
        )}
      </Field>
      <Field label={t('parts.signature.witness')}>
        {({ id }) => <Input id={id} maxLength={40} value={witness} onChange={(e) => setWitness(e.target.value)} />}
      </Field>
      <div className="signature-pad-buttons">
        <Button onPress={props.onBack}>{t('parts.signature.backToPad')}</Button>
        <Button
          kind="primary"
          disabled={!ready}
          onPress={() => props.onDone({ kind: 'refused', reason: reason.trim(), witness: witness.trim() })}
        >
          {t('parts.signature.keepRefusal')}
        </Button>
      </div>
    </div>
  );
}
