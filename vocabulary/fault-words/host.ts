import type { Words } from '../words.ts';

/** Faults of processes, ports between them, serial ports and the command line. */
export const hostFaultWords = {
  bad_arguments: {
    zh: '命令写得不对：{detail}。没有做任何事，用 --help 看写法。',
    en: 'The command is not right: {detail}. Nothing was done; see --help.',
  },
  unknown_verb: { zh: '没有这个命令：{verb}。用 --help 看有哪些。', en: 'There is no verb {verb}; see --help.' },
  file_absent: { zh: '没有这个文件：{path}。', en: 'There is no file {path}.' },
  file_malformed: { zh: '文件 {path} 的内容不合格式（{detail}）。', en: 'The file {path} is malformed ({detail}).' },
  bad_message: {
    zh: '内部消息不合格式（{path}），没有执行。请重开井巡，已存的都在。',
    en: 'An internal message was malformed ({path}) and was not acted on. Restart Jingxun; everything saved is there.',
  },
  recorder_down: {
    zh: '记录程序没有应答，正在重启。已存的都在，请稍后再答。',
    en: 'The recorder does not answer and is being restarted. Everything saved is there; answer again shortly.',
  },
  listener_down: {
    zh: '检测程序没有应答，正在重启。这段时间记为中断。',
    en: 'The listener does not answer and is being restarted. The time is kept as a gap.',
  },
  host_disconnected: {
    zh: '和本机后台断开了，正在重连。屏上的内容只能看。',
    en: 'Disconnected from the local host; reconnecting. Read-only meanwhile.',
  },
  bug: {
    zh: '程序出错了（{detail}）。已存的都在，请重开井巡并告诉开发者。',
    en: 'The program failed ({detail}). Everything saved is there; restart Jingxun and tell the developers.',
  },
  port_absent: {
    zh: '没有这个串口：{path}。插好仪器，或换一个口。',
    en: 'There is no port {path}. Plug the instrument in or choose another port.',
  },
  port_busy: {
    zh: '{path} 正被别的程序占用。关掉它再试。',
    en: '{path} is in use by another program. Close it and retry.',
  },
  port_denied: {
    zh: '没有权限打开 {path}。按“设置 › 关于 › 端口权限”的步骤做一次。',
    en: 'No permission to open {path}. Follow Settings › About › Port permission once.',
  },
  port_taken: {
    zh: '本机的 {port} 号网络端口被占用。数据没有变化，用 --port 换一个。',
    en: 'Network port {port} of this machine is in use. Nothing was changed; choose another with --port.',
  },
  screens_not_built: {
    zh: '界面还没有构建好（{detail}）。数据没有变化，请运行 npm run build 看原因。',
    en: 'The screens could not be built ({detail}). Nothing was changed; run npm run build to see why.',
  },
  port_failed: {
    zh: '打不开 {path}（{detail}）。没有改动仪器，请换线或换口。',
    en: '{path} cannot be opened ({detail}). Nothing was changed on the instrument; change cable or port.',
  },
  port_hung: {
    zh: '端口没有反应，打不开也不报错。没有改动仪器，会继续再试；请拔插数据线。',
    en: 'The port does not react: it neither opens nor fails. Nothing was changed on the instrument; it is tried again. Unplug the cable and plug it in again.',
  },
  unknown_driver: {
    zh: '没有这种仪器的驱动：{driver}。用 drivers 看有哪些。',
    en: 'There is no driver {driver}; see the verb drivers.',
  },
  bad_setting: {
    zh: '仪器设置不对：{detail}。没有打开端口。',
    en: 'The instrument setting is wrong: {detail}. The port was not opened.',
  },
  no_answer: {
    zh: '{path} 上没有收到这种仪器的任何有效内容。请核对型号、波特率和接线。',
    en: 'Nothing valid of this instrument arrived on {path}. Check model, baud rate and cable.',
  },
  no_valid_frame: {
    zh: '{path} 上有数据来，但没有一帧读得懂。多半是波特率不对，也可能是型号选错或接线反了，请核对。',
    en: 'Bytes arrive on {path}, but not one valid frame. Most likely the baud rate is wrong, or the model or wiring; check them.',
  },
  check_differs: {
    zh: '{path} 上的帧格式都对，但校验没有一帧对。这台仪器可能用了另一种校验，没有采用任何读数；换一台仪器，原始字节已留存。',
    en: 'Frames on {path} have the right form, but not one passes its check. This instrument may use another check; no reading was used. Take another instrument; the bytes are kept.',
  },
  not_built: { zh: '这个命令还没有做：{what}。', en: '{what} is not built yet.' },
  cancelled: { zh: '已取消，数据没有变化。', en: 'Cancelled. Nothing was changed.' },
} as const satisfies Record<string, Words>;
