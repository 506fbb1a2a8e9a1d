import { createHash } from 'node:crypto';
import type { KeptFile, SealedFiles } from '../../../src/ledger/vault/sealed-files.js';

/** Files in memory, under the stream whose key would seal them; a stream can be forgotten. */
export class MemoryFiles implements Pick<SealedFiles, 'put' | 'get'> {
  readonly #kept = new Map<string, Buffer>();
  readonly #forgotten = new Set<string>();

  put(stream: string, bytes: Uint8Array): Promise<KeptFile> {
    const hash = createHash('sha256').update(stream).update(bytes).digest('hex');
    this.#kept.set(hash, Buffer.from(bytes));
    return Promise.resolve({ hash, size: bytes.length });
  }

  get(stream: string, hash: string): ReturnType<SealedFiles['get']> {
    const bytes = this.#kept.get(hash);
    return Promise.resolve(this.#forgotten.has(stream) || bytes === undefined ? 'lost' : bytes);
  }

  forget(stream: string): void {
    this.#forgotten.add(stream);
  }
}
