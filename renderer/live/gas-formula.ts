import type { Gas } from '../../vocabulary/gas.ts';

/** `CH₄`: digits of a formula as subscripts; names that are no formulas stay. */
export const gasFormula = (gas: Gas): string =>
  /^[A-Z][A-Za-z0-9]*$/.test(gas) && gas !== 'COMB'
    ? gas.replace(/\d/g, (digit) => String.fromCharCode(0x2080 + Number(digit)))
    : gas.replaceAll('_', ' ');
