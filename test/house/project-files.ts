import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** One file of the project: its path from the root, with `/`, and its text. */
export type ProjectFile = Readonly<{ path: string; text: string }>;

/** Every text file that git knows or would track, so that a file is checked before it is added. */
export function projectFiles(): readonly ProjectFile[] {
  return paths()
    .map((path) => ({ path, bytes: readFileSync(join(ROOT, path)) }))
    .filter(({ bytes }) => !bytes.includes(0))
    .map(({ path, bytes }) => ({ path, text: bytes.toString('utf8') }));
}

function paths(): readonly string[] {
  // An unpacked archive has no history, and its files are to be as tidy.
  return (existsSync(join(ROOT, '.git')) ? tracked() : unpacked()).filter((path) =>
    // A file may be known to git and deleted in the work tree.
    existsSync(join(ROOT, path)),
  );
}

function tracked(): readonly string[] {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', list, { cwd: ROOT, encoding: 'utf8' });
  return [...new Set(listed.split('\0'))].filter((path) => path !== '');
}

function unpacked(): readonly string[] {
  const lines = readFileSync(join(ROOT, '.gitignore'), 'utf8').split('\n');
  const ignored = new Set(lines.map((line) => line.replace(/\/$/, '')));
  return readdirSync(ROOT, { withFileTypes: true })
    .filter(({ name }) => !ignored.has(name))
    .flatMap((entry) => (entry.isDirectory() ? below(join(ROOT, entry.name)) : [entry.name]));
}

function below(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.split(sep).includes('node_modules'))
    .map((path) => relative(ROOT, path).split(sep).join('/'));
}
