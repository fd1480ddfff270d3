import type { ReactNode } from 'react';
import { Icon, type IconName } from '../marks/icon.tsx';
import { KeyHint } from './key-hint.tsx';
import './button.css';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  /** One `primary` on a screen: the next step. `quiet` has no border. */
  readonly kind?: 'primary' | 'normal' | 'quiet';
  readonly size?: 'normal' | 'big' | 'small';
  readonly icon?: IconName;
  readonly iconAfter?: IconName;
  /** The key that does the same, printed on the button at desk size. */
  readonly keyName?: string;
  readonly disabled?: boolean;
  readonly busy?: boolean;
  readonly pressed?: boolean;
  readonly wide?: boolean;
  readonly label?: string;
  readonly describedBy?: string;
}

/** A verb of two to five characters. While its deed runs it says so and takes no second press. */
export function Button(props: ButtonProps) {
  const { kind = 'normal', size = 'normal', icon, iconAfter, keyName, busy = false, disabled = false } = props;
  return (
    <button
      type="button"
      className="button"
      data-kind={kind}
      data-size={size}
      data-wide={props.wide ? '' : undefined}
      aria-pressed={props.pressed}
      aria-busy={busy || undefined}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      disabled={disabled}
      onClick={() => {
        if (!busy) props.onPress();
      }}
    >
      {icon && <Icon name={icon} size={20} />}
      <span className="button-words">{props.children}</span>
      {keyName && <KeyHint name={keyName} />}
      {iconAfter && <Icon name={iconAfter} size={20} />}
    </button>
  );
}
