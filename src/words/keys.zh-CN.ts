/** What is wrong with the keys, where, and what to do. */
const WORDS = {
  missing: (where: string) =>
    `“${where}”里没有这本台账的密钥，没有登记。请从密钥的备份恢复整个文件夹；确已丢失的，只能查阅和打印，不能再登记。`,
  'kek-missing': (where: string) =>
    `密钥文件“${where}”缺失或者损坏，没有登记。请从密钥的备份恢复整个密钥文件夹。`,
  damaged: (where: string) =>
    `“${where}”里的密钥损坏，或者主密钥不是原来那把，没有登记；台账本身没有问题。请从密钥的备份恢复整个密钥文件夹。`,
  unreadable: (where: string) =>
    `密钥文件“${where}”在那里，却读不了，没有登记。请检查它的主人、权限和磁盘。`,
  erased: (where: string) =>
    `“${where}”在销毁清单上：它的个人信息已经依法删除，而台账里没有这条记录，是从销毁以前的备份恢复的，没有登记。` +
    '请从更新的备份恢复台账，或者换一个登记编号。',
  'not-indexed': (where: string) =>
    `“${where}”里的密钥库是旧版程序建的，还不能按姓名和联系方式查找。请先启动一次服务（gongkai serve）或者登记一件，索引随即补齐，再查一次。`,
  'other-ledger': (where: string) =>
    `“${where}”里的密钥属于另一本台账，没有登记。请恢复与这本台账配套的密钥，或者与这些密钥配套的台账。`,
  'ledger-away': (where: string) =>
    `“${where}”里的密钥属于一本不在这里的台账，没有另建新台账。请从备份恢复 ledger.db；确要另建的，先移走密钥文件夹。`,
} as const;

export function keysWords({
  fault,
  where,
}: Readonly<{ fault: keyof typeof WORDS; where: string }>): string {
  return WORDS[fault](where);
}

export const UNSCRUBBED =
  '已经办成：密钥已经销毁（或者轮换）并记入台账，读不出来了。只是密钥文件正被别的程序读取，旧的字节还在它的 -wal ' +
  '文件里，等下次启动清除。请结束正在查阅或备份的程序，再启动一次。';
