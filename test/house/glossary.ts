import type { ProjectFile } from './project-files.js';
import { proseOf } from './tidy.js';

/**
 * Event types by their declaration, `Event<'RequestRegistered', …>`, wherever the line is broken.
 */
export function eventTypes(files: readonly ProjectFile[]): readonly string[] {
  return files
    .filter(({ path }) => /^src\/[^/]+\/domain\/[^/]+[.]events[.]ts$/.test(path))
    .flatMap(({ text }) => [...text.matchAll(/\bEvent<\s*'(\w+)'/g)].map(([, type = '']) => type));
}

/** Slices are the folders that have a domain. */
export function slices(files: readonly ProjectFile[]): readonly string[] {
  const folders = files.map(({ path }) => /^src\/([^/]+)\/domain\//.exec(path)?.[1]);
  return [...new Set(folders.filter((folder) => folder !== undefined))].sort();
}

/**
 * Names that the glossary does not print as code: in `requests` a name is meant, in requests a
 * word.
 */
export function unnamed(names: readonly string[], glossary: string): readonly string[] {
  const named = new Set(
    [
      ...proseOf(glossary)
        .join('\n')
        .matchAll(/`([^`\n]+)`/g),
    ].flatMap(([, code = '']) => code.split(/[^\w-]+/)),
  );
  return names.filter((name) => !named.has(name));
}

/** A term explained twice is explained in two ways, sooner or later. */
export function repeatedHeadings(glossary: string): readonly string[] {
  const headings = proseOf(glossary)
    .filter((line) => /^#+ /.test(line))
    .map((line) => line.replace(/^#+ +/, '').trim().toLowerCase());
  return headings.filter((heading, index) => headings.indexOf(heading) !== index);
}
