export function FirstRun({ onDone }: { readonly onDone: () => void }) {
  return <main className="gate" onClick={onDone} />;
}
