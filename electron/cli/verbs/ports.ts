import { listPorts } from '../../../drivers/transports/list-ports.ts';
import { ok } from '../../../vocabulary/result.ts';
import type { Verb } from '../verb.ts';

/** `ports`: one line per serial port; nothing found is an empty output with a word why on standard error. */
export const verb: Verb = {
  name: 'ports',
  usage: { zh: 'ports　列出这台机器的串口', en: 'ports — list the serial ports of this machine' },
  async run(_argv, io) {
    const { ports, incompleteBecause } = await listPorts();
    for (const port of ports) io.out(port);
    if (incompleteBecause !== null) {
      io.say({
        zh: `系统没有给出串口清单（${incompleteBecause}）。清单可能不全，可以直接写出路径。`,
        en: `The system gave no list of ports (${incompleteBecause}). The list may be incomplete; a path can be typed.`,
      });
    } else if (ports.length === 0) {
      io.say({ zh: '没有找到串口。插好仪器再看一次。', en: 'No port found. Plug the instrument in and look again.' });
    }
    return ok(0);
  },
};
