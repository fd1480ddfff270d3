/** Status byte of a reply (p7). Up to 0x07 they are errors of the exchange, above that states of the sensor. */
const STATUS_NAMES: Readonly<Record<number, string>> = {
  0: 'ok',
  1: 'crc_failed',
  2: 'bad_param',
  3: 'exe_failed',
  4: 'no_mem',
  5: 'unknown_cmd',
  7: 'incomplete_command',
  32: 'hw_err_ao',
  33: 'hw_err_vdd',
  34: 'hw_err_vref',
  35: 'env_out_of_range',
  36: 'env_sensor_malfunction',
  37: 'mcu_flash',
  38: 'initialising',
  48: 'sensor_negative',
  49: 'condensing',
  50: 'sensor_malfunction',
  53: 'breath_or_humidity_surge',
};

export const OK = 0x00;
export const EXECUTION_FAILED = 0x03;
export const INITIALISING = 0x26;

export const statusName = (status: number): string => STATUS_NAMES[status] ?? 'unknown';
