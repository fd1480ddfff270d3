import { useQuestion } from '../../ports/questions.ts';
import { useWords } from '../../words/words.ts';

/** Where a file adds an instrument, which files there do not and why, and which kinds are known and not offered. */
export function NotOffered() {
  const { t, pick, say } = useWords();
  const list = useQuestion(['listener', 'not-offered'], (ports) => ports.listener.ask('driver/notOffered', {}));
  if (!list.value) return null;
  const { folder, refused, withheld } = list.value;
  return (
    <div className="not-offered">
      <p>{t('live.connect.profiles', { folder })}</p>
      {refused.length + withheld.length > 0 && (
        <ul aria-label={t('live.connect.notOffered')}>
          {refused.map(({ file, fault }) => (
            <li key={file}>
              <span className="mono-id">{file}</span> {say(fault)}
            </li>
          ))}
          {withheld.map((one) => (
            <li key={one.id}>{say({ ...one.fault, driver: pick(one) })}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
