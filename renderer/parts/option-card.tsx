import { Mark } from '../marks/mark.tsx';
import './option-card.css';

export interface OptionCardProps {
  readonly title: string;
  readonly why: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** One of a few ways to go on, with what it means. */
export const OptionCard = ({ title, why, chosen, onChoose }: OptionCardProps) => (
  <button type="button" className="option-card" aria-pressed={chosen} onClick={onChoose}>
    <span className="option-card-ring" data-chosen={chosen ? '' : undefined}>
      <Mark kind="ring" size={26} />
    </span>
    <span>
      <strong>{title}</strong>
      <span className="text-small">{why}</span>
    </span>
  </button>
);
