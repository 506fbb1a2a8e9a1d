/** What whoever started the program reads while there is nobody to sign in. */
export function firstRunWords(secret: string): string {
  return `还没有账户。首次启用的口令（只在这一次启动有效）：${secret}`;
}
