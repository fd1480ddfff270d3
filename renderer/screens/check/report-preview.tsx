import type { InspectionId } from '../../../vocabulary/ids.ts';
import { Button } from '../../parts/button.tsx';
import { FaultPlace } from '../../parts/fault-line.tsx';
import { Slow } from '../../parts/slow.tsx';
import { useQuestion } from '../../ports/questions.ts';
import { useWords } from '../../words/words.ts';
import { withShippedFonts } from './report-fonts.ts';

export interface ReportPreviewProps {
  readonly inspectionId: InspectionId;
  readonly onBack: () => void;
}

/** The report as it will be handed over. The frame runs no script and reaches nothing but the fonts of this page. */
export function ReportPreview({ inspectionId, onBack }: ReportPreviewProps) {
  const { t } = useWords();
  const report = useQuestion(['inspection', 'report', inspectionId], (ports) =>
    ports.recorder.ask('report/preview', { inspectionId }),
  );
  return (
    <div className="page">
      <div className="page-head">
        <Button icon="back" onPress={onBack}>
          {t('common.back')}
        </Button>
        <div className="page-title">
          <h1>{t('check.signOff.reportTitle')}</h1>
        </div>
      </div>
      {report.fault && <FaultPlace fault={report.fault} again={report.again} />}
      {!report.value && !report.fault && <Slow />}
      {report.value && (
        <iframe
          className="report-sheet"
          title={t('check.signOff.reportTitle')}
          sandbox="allow-same-origin"
          srcDoc={withShippedFonts(report.value.html, document)}
        />
      )}
    </div>
  );
}
