export type FoundBrowser = Readonly<{
  /** Whether CHROMIUM_PATH named it, the system has it, or it was unpacked from npm. */
  kind: 'named' | 'system' | 'npm';
  path: string;
  version: string;
  /** What the browser's process needs in its environment besides the usual. */
  environment: Readonly<Record<string, string>>;
}>;

/** Rejects with a sentence that says what to install when there is no browser that starts. */
export function findBrowser(): Promise<FoundBrowser>;

/** The commands that install a system browser. */
export const INSTALL_BROWSER: string;
