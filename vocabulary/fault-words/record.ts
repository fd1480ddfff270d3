import type { Words } from '../words.ts';

/** Faults of the data folder and the event log. */
export const recordFaultWords = {
  data_in_use: {
    zh: '这个数据文件夹正被另一个井巡打开着。数据没有变化，请先关掉那一个。',
    en: 'This data folder is open in another Jingxun. Nothing was changed; close that one first.',
  },
  data_newer: {
    zh: '这份数据是更新版本写的。请用新版打开；现在不打开，也不改动。',
    en: 'This data was written by a newer version. Open it with that one; it is left untouched.',
  },
  data_read_only: {
    zh: '数据文件夹只能读，现在不能记录。请检查权限或换文件夹。',
    en: 'The data folder is read-only; nothing can be recorded. Check permissions or choose another folder.',
  },
  data_absent: {
    zh: '这里没有井巡的数据：{path}。没有新建任何内容，请核对路径。',
    en: 'There is no Jingxun data at {path}. Nothing was made; check the path.',
  },
  data_exists: {
    zh: '这里已经有井巡的数据：{path}。没有改动，请打开它或换文件夹。',
    en: 'There is Jingxun data at {path} already. Nothing was changed; open it or choose another folder.',
  },
  data_corrupt: {
    zh: '记录库有读不出的地方，已停止写入，没有改动任何内容。请从备份恢复。',
    en: 'Parts of the record cannot be read. Writing has stopped, nothing was altered. Restore from a backup.',
  },
  date_in_future: {
    zh: '日期{date}在今天之后，没有存。请改正日期。',
    en: '{date} lies in the future; nothing was saved. Correct the date.',
  },
  backup_absent: {
    zh: '{path}里没有可用的备份。没有改动任何内容，请换一处再找。',
    en: 'There is no finished backup in {path}. Nothing was changed; look in another place.',
  },
  backup_place: {
    zh: '{path}不能放备份：要换一处，不能在数据文件夹里。没有改动任何内容。',
    en: '{path} cannot hold backups: choose a folder outside the data folder. Nothing was changed.',
  },
  disk_full: {
    zh: '磁盘已满，新的内容存不下。已存的都安全。请插 U 盘转出备份，或删别的文件。',
    en: 'The disk is full: nothing new can be kept. All saved data is safe. Back up to a stick or free space.',
  },
  io_failed: {
    zh: '读写文件没有成功（{detail}）。已存的都安全，请检查磁盘后再试。',
    en: 'Reading or writing a file failed ({detail}). All saved data is safe; check the disk and try again.',
  },
  wrong_passphrase: {
    zh: '口令不对，没有打开。数据没有变化，请再试一次。',
    en: 'Wrong passphrase: not opened. Nothing was changed; try again.',
  },
  passphrase_needed: {
    zh: '需要口令才能打开。请用提示输入，或设 JINGXUN_PASSPHRASE_FILE。',
    en: 'A passphrase is needed. Type it at the prompt or set JINGXUN_PASSPHRASE_FILE.',
  },
  locked: {
    zh: '已封存，先输入口令。检测和报警照常。',
    en: 'Locked: enter the passphrase first. Detection and alarms go on.',
  },
  bad_draft: {
    zh: '这一条的内容不合格式（{path}），没有存。屏上的内容还在，请改正。',
    en: 'This entry is malformed ({path}) and was not saved. It is still on screen; correct it.',
  },
  plan_begun: {
    zh: '这次检查已经开始，不能再撤销安排。没查的项目请在签字时逐项写明理由。',
    en: 'This inspection has begun, so its plan can no longer be taken back. Give a reason for each open item when signing.',
  },
  plan_cancelled: {
    zh: '这次安排已撤销：{reason}。没有开始检查，数据没有变化。',
    en: 'This plan was taken back: {reason}. No inspection was begun and nothing was changed.',
  },
  role_denied: {
    zh: '这一步由组长或省里做，这台机器的证书没有这个权限。没有写入任何内容。',
    en: 'This step belongs to the lead or the province; this device may not do it. Nothing was written.',
  },
  event_too_large: {
    zh: '这一条太大，存不进一条记录。请把大文件作为凭据附上。',
    en: 'This entry is too large for one record. Attach large files as evidence.',
  },
  block_unreadable: {
    zh: '一段读数读不出（{detail}），已指出是哪一段。其余的照常能看，可从交出去的包里找回。',
    en: 'A block of readings cannot be read ({detail}) and is named. The rest reads as usual; recover it from an exported bundle.',
  },
  not_found: { zh: '没有找到：{what}。数据没有变化。', en: 'Not found: {what}. Nothing was changed.' },
  override_needed: {
    zh: '按填的内容判为“{verdict}”，要改判请写理由。这一答还没有存，屏上的内容还在。',
    en: 'The facts say “{verdict}”; to answer otherwise, give a reason. This answer is not saved yet and still on screen.',
  },
  signed_already: {
    zh: '这次检查已经签字封存，不能再签一次。',
    en: 'This inspection is signed and sealed already; it is not signed twice.',
  },
  not_ready_to_sign: {
    zh: '还不能签字：未答 {unanswered} 项、缺凭据 {evidenceMissing} 件、查不清无理由 {withoutReason} 项。',
    en: 'Cannot sign yet: {unanswered} unanswered, {evidenceMissing} evidence missing, {withoutReason} without reason.',
  },
} as const satisfies Record<string, Words>;
