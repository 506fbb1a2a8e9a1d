import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * 'office': the office's own fonts first; 'bundled': only those from npm, so every machine prints
 * the same.
 */
export type FontChoice = 'office' | 'bundled';

/** The @font-face rules and, by the path the page asks for, the files behind them. */
export type FontSheet = Readonly<{ css: string; files: ReadonlyMap<string, string> }>;

/**
 * A family of Fontsource: one file with the usual characters, a hundred more by unicode-range for
 * the others.
 */
type NpmFont = Readonly<{ family: string; package: string; weight: number }>;

const BLACK: NpmFont = { family: 'Ledger Black', package: 'noto-serif-sc', weight: 900 };
const SERIF: NpmFont = { family: 'Ledger Serif', package: 'noto-serif-sc', weight: 400 };
const SANS: NpmFont = { family: 'Ledger Sans', package: 'noto-sans-sc', weight: 500 };
const KAI = { family: 'Ledger Kai', file: 'lxgw-wenkai-latin-500-normal.woff2' };

/**
 * One use of type in a document: the CSS variable, a file the office may drop in, its installed
 * fonts, and ours.
 */
type Stack = Readonly<{
  variable: string;
  own: string;
  local: readonly string[];
  npm: NpmFont | null;
}>;

const STACKS: readonly Stack[] = [
  {
    variable: 'title',
    own: 'xiaobiaosong',
    local: ['方正小标宋简体', '方正小标宋_GBK', 'FZXiaoBiaoSong-B05S', 'FZXiaoBiaoSong-B05'],
    npm: BLACK,
  },
  {
    variable: 'fangsong',
    own: 'fangsong',
    local: ['仿宋_GB2312', 'FangSong_GB2312', '仿宋', 'FangSong', 'STFangsong'],
    npm: SERIF,
  },
  { variable: 'hei', own: 'heiti', local: ['黑体', 'SimHei', 'STHeiti'], npm: SANS },
  {
    variable: 'kai',
    own: 'kaiti',
    local: ['楷体_GB2312', 'KaiTi_GB2312', '楷体', 'KaiTi', 'STKaiti'],
    npm: null,
  },
  { variable: 'song', own: 'songti', local: ['宋体', 'SimSun', 'STSong'], npm: SERIF },
];

const OWN_KINDS = ['ttf', 'otf', 'woff2'];

/** Families whose only source is the machine's own fonts: not finding them is no fault. */
export const LOCAL_FAMILY_PREFIX = 'Local ';

/**
 * Builds the style sheet the printer serves. `fontsDir` is the data folder's fonts/, for the
 * office's own files.
 */
export function fontSheet(choice: FontChoice, fontsDir?: string): FontSheet {
  const files = new Map<string, string>();
  const rules: string[] = [];
  const variables = STACKS.map((stack) => {
    const office = choice === 'office' ? officeFaces(stack, fontsDir, files, rules) : [];
    const npm = stack.npm === null ? [] : [stack.npm.family, `${stack.npm.family} Rare`];
    // WenKai closes every stack: of the fonts we bring it alone has all of GBK.
    const families = [...office, ...npm, KAI.family].map((it) => `'${it}'`);
    return `--${stack.variable}: ${families.join(', ')};`;
  });
  for (const font of [BLACK, SERIF, SANS]) rules.push(...npmFaces(font, files));
  const kai = join(packageFolder('lxgw-wenkai'), 'files', KAI.file);
  rules.push(face(KAI.family, urlOf(`/fonts/${KAI.file}`, kai, files)));
  return { css: [...rules, `:root { ${variables.join(' ')} }`].join('\n'), files };
}

function officeFaces(
  { variable, own, local }: Stack,
  fontsDir: string | undefined,
  files: Map<string, string>,
  rules: string[],
): string[] {
  const families: string[] = [];
  const file = ownFile(own, fontsDir);
  if (file !== undefined) {
    const name = basename(file);
    // Named after the file, so that an error about the family tells the operator which file to look
    // at.
    families.push(`fonts/${name}`);
    rules.push(face(`fonts/${name}`, urlOf(`/fonts/own/${name}`, file, files)));
  }
  families.push(`${LOCAL_FAMILY_PREFIX}${variable}`);
  const sources = local.map((name) => `local('${name}')`).join(', ');
  rules.push(face(`${LOCAL_FAMILY_PREFIX}${variable}`, sources));
  return families;
}

/** The file that the office dropped in for one use of type, as `fangsong.ttf`. */
export function ownFile(own: string, fontsDir: string | undefined): string | undefined {
  if (fontsDir === undefined) return undefined;
  return OWN_KINDS.map((kind) => join(fontsDir, `${own}.${kind}`)).find((it) => existsSync(it));
}

function npmFaces(
  { family, package: name, weight }: NpmFont,
  files: Map<string, string>,
): string[] {
  const folder = packageFolder(name);
  const fileOf = (part: string): string => {
    const file = `${name}-${part}-${weight}-normal.woff2`;
    return urlOf(`/fonts/${file}`, join(folder, 'files', file), files);
  };
  const rare = Object.entries(unicodeRanges(name)).map(([key, range]) =>
    face(`${family} Rare`, fileOf(key.replace(/[[\]]/g, '')), range),
  );
  return [face(family, fileOf('chinese-simplified')), ...rare];
}

/** The parts a Fontsource package is cut into, and the code points each part is for. */
export function unicodeRanges(name: string): Record<string, string> {
  const file = join(packageFolder(name), 'unicode.json');
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
}

/** The files of a family that may hold a character: what missingGlyphs has to look into. */
export function bundledFiles(): {
  kai: string;
  serif: string;
  rareSerif: (part: string) => string;
} {
  const files = join(packageFolder(SERIF.package), 'files');
  const serif = (part: string): string =>
    join(files, `${SERIF.package}-${part}-${SERIF.weight}-normal.woff2`);
  return {
    kai: join(packageFolder('lxgw-wenkai'), 'files', KAI.file),
    serif: serif('chinese-simplified'),
    rareSerif: (key) => serif(key.replace(/[[\]]/g, '')),
  };
}

/**
 * One weight for all: the documents ask for typefaces, never for bold, and nothing may be
 * synthesised.
 */
function face(family: string, source: string, range?: string): string {
  const limit = range === undefined ? '' : ` unicode-range: ${range};`;
  return `@font-face { font-family: '${family}'; font-weight: 1 1000; src: ${source};${limit} }`;
}

function urlOf(path: string, file: string, files: Map<string, string>): string {
  files.set(path, file);
  return `url('${path}')`;
}

function packageFolder(name: string): string {
  return dirname(require.resolve(`@fontsource/${name}/package.json`));
}
