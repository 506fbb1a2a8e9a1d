import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The first day that a ZIP archive can name (APPNOTE 4.4.6). */
const NO_DAY = new Date(1980, 0, 1);

/** Where an office document keeps its title, and when it was made (ISO/IEC 29500-2). */
const CORE = 'docProps/core.xml';

/**
 * The same office document without a clock inside, so that the same words give the same bytes: the
 * libraries write down when they ran.
 */
export function settledArchive(archive: Uint8Array): Uint8Array {
  const files = unzipSync(archive);
  const core = files[CORE];
  if (core !== undefined) {
    const timeless = strFromU8(core).replace(
      /<dcterms:(created|modified)\b[^]*?<\/dcterms:\1>/g,
      '',
    );
    files[CORE] = strToU8(timeless);
  }
  return zipSync(files, { mtime: NO_DAY });
}
