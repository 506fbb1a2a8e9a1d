/** What the server answers when it has set a password for somebody. */
export type PasswordGiven = Readonly<{ accountId: string; password: string }>;

/** Shown once: it is kept nowhere in the clear. */
export function PasswordOnce({ password }: Readonly<{ password: string }>) {
  return (
    <div className="panel once" role="status">
      <h2>代设的密码</h2>
      <p>
        <code className="token">{password}</code>
      </p>
      <p>只显示这一次。当面交给本人，第一次登录时须改成自己的。</p>
    </div>
  );
}
