import { Progress } from 'antd';
import { useNews, useNow, usePorts } from '../ports/ports-context.tsx';
import { groupDigits } from '../words/format.ts';
import { useWords } from '../words/words.ts';
import { Button } from './button.tsx';
import { secondsLeft } from './time-left.ts';
import './foot-job.css';

/** Long work at the foot of the screen: name, count of total, time left, a way to stop. Never blocks. */
export function FootJobs() {
  const { t } = useWords();
  const ports = usePorts();
  const { jobs } = useNews();
  const now = useNow(1000);
  return [...jobs.values()].map((job) => {
    const name = t(`parts.job.${job.kind}`);
    const seconds = secondsLeft(job.done, job.total, now - job.startedAt);
    const slots = { name, done: groupDigits(job.done), total: groupDigits(job.total) };
    // Bytes are no number that a person counts.
    const inBytes = job.kind === 'backup' || job.kind === 'restore';
    const percent = job.total > 0 ? Math.floor((job.done / job.total) * 100) : 0;
    const counted = seconds === null ? t('parts.job.runUnknown', slots) : t('parts.job.run', { ...slots, seconds });
    return (
      <div className="foot-job" key={job.job} role="status">
        <span>{inBytes ? t('parts.job.runPart', { name, percent }) : counted}</span>
        <Progress
          percent={job.total > 0 ? (job.done / job.total) * 100 : 0}
          showInfo={false}
          strokeLinecap="butt"
          aria-label={name}
        />
        <Button size="small" onPress={() => void ports.recorder.ask('job/cancel', { job: job.job })}>
          {t('parts.job.cancel')}
        </Button>
      </div>
    );
  });
}
