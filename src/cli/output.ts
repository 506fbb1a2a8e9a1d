import { Bar } from './progress.js';

/**
 * Where a command's answer goes: words for people, or one JSON value for programs, on standard
 * output.
 */
export class Output {
  constructor(private readonly json: boolean) {}

  answer(value: unknown, words: string | readonly string[]): void {
    const text = this.json ? JSON.stringify(value, null, 2) : [words].flat().join('\n');
    process.stdout.write(`${text}\n`);
  }

  /** What people should know beside the answer; programs find it in the answer's `warnings`. */
  warn(warnings: readonly string[]): void {
    if (!this.json) for (const warning of warnings) process.stderr.write(`${warning}\n`);
  }

  /** Progress of long work, on standard error so that it never mixes with the answer. */
  progress(what: string): Bar {
    return new Bar(what, !this.json && process.stderr.isTTY);
  }

  failure(value: object, words: string): void {
    process.stderr.write(`${this.json ? JSON.stringify(value) : words}\n`);
  }
}
