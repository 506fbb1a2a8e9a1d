/** The name and the password of a user of the store. */
export type Credentials = Readonly<{ username: string; password: string }>;

/** Where a ledger is kept in an EventStoreDB. */
export type Address = Readonly<{
  /** What the client understands: `esdb://` or `esdb+discover://`, without `ledger`. */
  connection: string;
  /** The stream that holds the ledger. */
  stream: string;
  /** For messages: no user, no password, no options. */
  shown: string;
  credentials: Credentials | null;
}>;

export type AddressFault =
  | 'unreadable'
  /** `tls=false` with a user: the client would drop the password without a word. */
  | 'user-without-tls'
  /** TLS without a user: a secured store admits nobody by default. */
  | 'tls-without-user';

/** Where the ledger lies when the address does not say: `?ledger=NAME` does. */
const STREAM = 'gongkai-ledger';

const SCHEME = /^esdb(?:\+discover)?:\/\//;

const ADDRESS = new RegExp(
  [
    /^(?<scheme>esdb(?:\+discover)?:\/\/)/,
    /(?:(?<user>[^:@/?]+):(?<password>[^@/?]+)@)?/,
    /(?<hosts>[\w.,:-]+)\/?/,
    /(?:\?(?<options>[^?#]*))?$/,
  ]
    .map(({ source }) => source)
    .join(''),
);

export function isEventStoreUrl(url: string): boolean {
  return SCHEME.test(url);
}

/** Reads an address, or says what is wrong with it before anything is sent to anybody. */
export function addressOf(url: string): Address | AddressFault {
  const { scheme, user, password, hosts, options = '' } = ADDRESS.exec(url.trim())?.groups ?? {};
  if (scheme === undefined || hosts === undefined) return 'unreadable';
  const settings = new URLSearchParams(options);
  const stream = settings.get('ledger') ?? STREAM;
  if (stream === '' || stream.startsWith('$')) return 'unreadable';
  const secure = settings.get('tls') !== 'false';
  const credentials = user !== undefined && password !== undefined ? { user, password } : null;
  if (!secure && credentials !== null) return 'user-without-tls';
  if (secure && credentials === null) return 'tls-without-user';

  settings.delete('ledger');
  // With it the client reports refused appends as done; its figures are wrong besides.
  settings.delete('throwOnAppendFailure');
  const rest = [...settings].map(([name, value]) => `${name}=${value}`).join('&');
  try {
    return {
      connection: `${scheme}${hosts}${rest === '' ? '' : `?${rest}`}`,
      stream,
      shown: `${scheme}${hosts} (${stream})`,
      credentials: credentials && {
        username: decodeURIComponent(credentials.user),
        password: decodeURIComponent(credentials.password),
      },
    };
  } catch {
    return 'unreadable';
  }
}
