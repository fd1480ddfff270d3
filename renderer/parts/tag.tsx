import './tag.css';

/** The dashed tag of what is not verified: 待核, 不作证据. */
export const UnknownTag = ({ words }: { readonly words: string }) => <span className="unknown-tag">{words}</span>;
