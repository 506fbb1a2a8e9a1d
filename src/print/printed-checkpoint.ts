import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import qrcode from 'qrcode-generator';
import type { SignedCheckpoint } from '../ledger/transparency/transparency.js';
import { rootInGroups } from '../words/witness.zh-CN.js';
import { TEMPLATES_FOLDER } from '../annual-reports/form-layout.js';

/** 台账检查点 as it stands on a page: words for people, and the signed note for a camera. */
export type PrintedCheckpoint = Readonly<{
  /** A line each; the root stands on a line of its own below its name. */
  lines: readonly Readonly<{ text: string; root?: string }>[];
  /** The note as a QR code, one trusted SVG element. */
  qr: string;
}>;

/** What `templates/checkpoint.eta` prints, on reports and on whatever else is handed out. */
export function printedCheckpoint({ checkpoint, note }: SignedCheckpoint): PrintedCheckpoint {
  const { ledgerId, size, root, time } = checkpoint;
  const at = SHANGHAI.format(new Date(time));
  return {
    lines: [
      { text: `台账检查点：第 1 至 ${String(size)} 条，${at}（北京时间）` },
      { text: `台账编号：${ledgerId}` },
      { text: '根散列：', root: rootInGroups(root.toString('hex')) },
      { text: '二维码是带签名的检查点，保留本页即可核验上述记录未被增删改动。' },
    ],
    qr: qrOf(note),
  };
}

/** The same code as a GIF, for a document that knows no SVG. */
export function checkpointPicture(note: string): Buffer {
  const url = codeOf(note).createDataURL(PIXELS_PER_MODULE, PIXELS_PER_MODULE * QUIET_MODULES);
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

const PIXELS_PER_MODULE = 4;

/** Its style, to stand beside that of the page. */
export function checkpointStyle(templates = TEMPLATES_FOLDER): string {
  return readFileSync(join(templates, 'checkpoint.css'), 'utf8');
}

/** Swedish writes dates as ISO 8601 does. */
const SHANGHAI = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** The smallest code that takes the text; level M bears a fold or a stamp over a seventh of it. */
const SMALLEST = 0;
/** ISO/IEC 18004: light modules on every side. */
const QUIET_MODULES = 4;

function codeOf(text: string): ReturnType<typeof qrcode> {
  const code = qrcode(SMALLEST, 'M');
  // The library takes one byte from each character.
  code.addData(Buffer.from(text).toString('latin1'), 'Byte');
  code.make();
  return code;
}

function qrOf(text: string): string {
  const code = codeOf(text);
  const modules = code.getModuleCount();
  const dark: string[] = [];
  for (let row = 0; row < modules; row += 1) {
    for (let column = 0; column < modules; column += 1) {
      if (!code.isDark(row, column)) continue;
      dark.push(`M${String(column + QUIET_MODULES)} ${String(row + QUIET_MODULES)}h1v1h-1z`);
    }
  }
  const side = String(modules + 2 * QUIET_MODULES);
  return (
    `<svg role="img" aria-label="检查点二维码" viewBox="0 0 ${side} ${side}" ` +
    `shape-rendering="crispEdges"><path d="${dark.join('')}"/></svg>`
  );
}
