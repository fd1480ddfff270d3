import type { Words } from '../words.ts';

/** Faults of the line and of the detectors; codes of the vector file stand here too. */
export const detectorFaultWords = {
  bad_checksum: {
    zh: '一帧校验不对，已丢弃。可能是线松了，请检查接头。',
    en: 'A frame failed its check and was dropped. Perhaps a loose cable: check the plug.',
  },
  truncated: {
    zh: '一帧没有收完整，已丢弃。读数不受影响，请检查接头。',
    en: 'A frame arrived incomplete and was dropped. Other readings are safe; check the plug.',
  },
  exception: {
    zh: '仪器拒绝了这次查询（代码 {exception}）。没有改动仪器，会继续再问。',
    en: 'The instrument refused the query (code {exception}). Nothing was changed on it; it will be asked again.',
  },
  nak: {
    zh: '仪器没有接受这次查询。没有改动仪器，会继续再问。',
    en: 'The instrument did not accept the query. Nothing was changed on it; it will be asked again.',
  },
  wrong_slave: {
    zh: '应答来自另一个地址（{got}）的仪器，没有采用。请核对站号。',
    en: 'The answer came from another address ({got}) and was not used. Check the slave number.',
  },
  wrong_function: {
    zh: '应答的功能码不对，没有采用。请核对仪器型号。',
    en: 'The answer had the wrong function code and was not used. Check the instrument model.',
  },
  wrong_length: {
    zh: '应答长度不对（{got}），没有采用。请核对仪器型号。',
    en: 'The answer had the wrong length ({got}) and was not used. Check the instrument model.',
  },
  bad_format: {
    zh: '收到的内容不是这种仪器的格式，没有采用。请核对型号和波特率。',
    en: 'The bytes are not of this instrument, so none were used. Check model and baud rate.',
  },
  bad_length: {
    zh: '一帧的长度不对，已丢弃。请核对仪器型号。',
    en: 'A frame had the wrong length and was dropped. Check the instrument model.',
  },
  unknown_frame: {
    zh: '收到不认识的一帧，原样留存，没有采用。',
    en: 'An unknown frame was kept as it is and not used.',
  },
  device_status: {
    zh: '仪器报告自身状态异常，没有读数。换仪器，这台送检。',
    en: 'The instrument reports a bad state, so there is no reading. Change it and send it for service.',
  },
  device_error: {
    zh: '仪器报告错误，没有读数。换仪器，这台送检。',
    en: 'The instrument reports an error, so there is no reading. Change it and send it for service.',
  },
  wrong_device: {
    zh: '这个口上接的不是所选的仪器。没有采用任何读数，请换型号或换口。',
    en: 'The instrument on this port is not the chosen one. No reading was used; choose another model or port.',
  },
  another_instrument: {
    zh: '{path} 上的不像是登记的那台仪器，没有采用它的读数。核对铭牌：是另一台就另外登记，是这一台就确认一次。',
    en: 'What hangs on {path} does not look like the registered instrument, so none of its readings were used. Check the label: register another one, or confirm this one once.',
  },
  line_speaks: {
    zh: '{path} 上有仪器在自己发数据，没有向它发送任何内容。换一种会自己发数据的型号，或换线、换口。',
    en: 'Something speaks by itself on {path}, so nothing was sent to it. Choose a model that speaks by itself, or change cable or port.',
  },
  late_reply: {
    zh: '应答来晚了，或没有问它就来了。原样留存，没有当作读数。请检查接线和站号。',
    en: 'Bytes came late or unasked. They are kept as they are and not used as a reading. Check wiring and slave number.',
  },
  alarm_bits_unavailable: {
    zh: '这台仪器不提供报警位，改用基本查询。读数照常，报警由井巡判断。',
    en: 'This instrument gives no alarm bits; the basic query is used. Readings go on and Jingxun judges alarms.',
  },
  timed_out: {
    zh: '问了 {attempts} 次，仪器没有按时应答。会继续问，请检查接线和站号。',
    en: 'Asked {attempts} times without an answer in time. Asking goes on; check wiring and slave number.',
  },
  driver_version_absent: {
    zh: '这段原始字节是驱动“{driver}”的 {version} 版录的，本程序没有这一版，所以没有解。字节完好；请用有这一版的程序。',
    en: 'These bytes were recorded by version {version} of driver “{driver}”, which this build lacks; nothing was decoded. The bytes are intact. Use a build that has it.',
  },
  replay_differs: {
    zh: '重放与记录不一致：{differs} 个读数不同，{missing} 个读数在原始字节里没有，{extra} 个读数没有记下，{damaged} 处字节坏了或解不了。记录没有改动。',
    en: 'The replay does not agree with the record: {differs} readings differ, {missing} are not in the raw bytes, {extra} were not recorded, {damaged} pieces are damaged or cannot be decoded. The record was not altered.',
  },
  bad_capture: {
    zh: '这份原始字节记录的第 {line} 行读不懂。没有改动它，请核对文件。',
    en: 'Line {line} of this raw capture cannot be read. It was not altered; check the file.',
  },
  device_clock_lost: {
    zh: '仪器断过电，它的时钟不可信。存储的记录按先后收下，不用它的时间。',
    en: 'The instrument lost power, so its clock is not to be trusted. Stored events are taken in order, without times.',
  },
  stored_events_lost: {
    zh: '仪器只存得下最近的记录，更早的 {lost} 条已被它自己覆盖。',
    en: 'The instrument keeps only its newest events; {lost} earlier ones were overwritten by itself.',
  },
  event_log_unsettled: {
    zh: '仪器一直在记新的事件，这次没有读它的存储。读数照常，稍后再接一次。',
    en: 'The instrument keeps logging new events, so its log was not read. Readings go on; connect again later.',
  },
  event_log_unavailable: {
    zh: '仪器没有给出存储的记录。读数照常。',
    en: 'The instrument did not give its stored events. Readings go on.',
  },
  bad_profile: {
    zh: '仪器配置读不懂，没有采用：{detail}',
    en: 'The instrument profile cannot be read and was not used: {detail}',
  },
  profile_id_taken: {
    zh: '仪器配置 {file} 没有采用：编号 {id} 已经有了，文件不能代替它。请换一个编号，再重新启动。',
    en: 'The instrument profile {file} was not used: the id {id} is known already, and a file may not take its place. Choose another id and start again.',
  },
  driver_withheld: {
    zh: '{driver} 的校验规则还不清楚，读数错了也看不出来，所以不能用来记录。换一台仪器；录下的字节可以用 decode 核对。',
    en: 'How {driver} checks its frames is not known, so a damaged number would not be noticed: it is not used for a record. Take another instrument; recorded bytes can be read with decode.',
  },
  log_not_text: {
    zh: '这个文件不是能认出的文字（UTF-8、UTF-16、GB18030 都不是），没有导入。请从仪器软件里另存为 CSV 再来。',
    en: 'The file is no text we know (neither UTF-8, UTF-16 nor GB18030); nothing was imported. Save it as CSV from the maker’s program.',
  },
  log_unknown_format: {
    zh: '文件里没有找到“时间”和气体的表头，没有导入。请核对文件，或从仪器软件里另存为 CSV。',
    en: 'No header with a time and a gas was found; nothing was imported. Check the file, or save it as CSV.',
  },
  log_too_large: {
    zh: '这个文件太大（{bytes}字节，最多{most}），没有导入。请从仪器软件里按日期分开导出再来。',
    en: 'The file is too large ({bytes} bytes, at most {most}); nothing was imported. Export it from the maker’s program by date.',
  },
  dump_silent: {
    zh: '{path} 上两分钟没有收到任何内容，没有导入。请核对接线，再在仪器上开始传送。',
    en: 'Nothing came on {path} for two minutes; nothing was imported. Check the cable and start the transfer on the instrument.',
  },
  dump_cut: {
    zh: '传送中 {path} 断了，只收到{bytes}字节，没有导入。接好线，从头再传一次。',
    en: '{path} was cut off after {bytes} bytes; nothing was imported. Plug it in and send the log again from its beginning.',
  },
  log_questions_open: {
    zh: '还有问题没有回答，没有导入：{questions}',
    en: 'Questions about this file are still open; nothing was imported: {questions}',
  },
  bad_shown_time: {
    zh: '仪器显示的时间读不懂：{shown}。钟差没有记下，请照屏幕再填一次。',
    en: 'The time on the display cannot be read: {shown}. The offset was not kept; type it again as it stands there.',
  },
  log_empty: {
    zh: '文件里没有一行能读出时间，没有导入。请核对日期写法，或从仪器软件里另存为 CSV。',
    en: 'Not one row has a time that can be read; nothing was imported. Check how the dates are written.',
  },
  noise_continues: {
    zh: '线上一直是杂乱的内容，后面的不再逐条留存。请检查波特率、型号和接线。',
    en: 'The line keeps carrying noise; further noise is not kept piece by piece. Check baud rate, model and cable.',
  },
} as const satisfies Record<string, Words>;
