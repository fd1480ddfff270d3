import { ruleId } from '../../vocabulary/ids.ts';
import type { Calibration, Principle } from '../../vocabulary/instrument.ts';
import type { DecimalString } from '../../vocabulary/quantity.ts';
import { orThrow } from '../../vocabulary/result.ts';
import type { IsoDate } from '../../vocabulary/time.ts';
import type { Verdict } from '../../vocabulary/verdict.ts';
import { judge } from '../judge.ts';
import { convert } from '../live/convert.ts';
import { unknownVerdict } from '../rule.ts';

const RULE = 'gas.detector.error';

/** What the instrument shows since then: as left, or as found where nothing was adjusted. */
const shows = ({ asLeft, asFound }: Calibration): DecimalString | null => asLeft ?? asFound;

/**
 * The error of an instrument against its standard gas, by the edition of `day`; which figure is held against it is the
 * caller's choice (`asFound` tells of the readings before). Null: no figures. Unknown: no permitted error is known for
 * this gas, principle or unit.
 */
export function judgeError(
  made: Calibration,
  principle: Principle | null,
  day: IsoDate,
  figure: DecimalString | null = shows(made),
): Verdict | null {
  const { standard, gas } = made;
  if (standard === null || figure === null) return null;
  const undecided = (reason: string) => unknownVerdict(blank, reason);
  if (gas !== 'CH4') return undecided(`gas:${gas}`);
  if (principle !== 'catalytic' && principle !== 'interference') return undecided('missing:principle');
  const [gasAmount, shown] = [standard.amount, figure].map((amount) => convert(gas, amount, standard.unit, '%VOL'));
  if (gasAmount?.is !== 'exact' || shown?.is !== 'exact') return undecided('lel-basis');
  const facts = { principle, standardGas_pct: gasAmount.amount, reading_pct: shown.amount };
  const verdict = orThrow(judge(RULE, facts, { date: day }));
  return { ...verdict, workings: [...gasAmount.workings, ...shown.workings, ...verdict.workings] };
}

const blank = { rule: ruleId.parse(RULE), pack: null, source: 'law' as const, facts: {} };
