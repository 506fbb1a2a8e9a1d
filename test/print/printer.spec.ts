import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { type Server, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { missingGlyphs } from '../../src/print/missing-glyphs.js';
import { Printer } from '../../src/print/printer.js';
import { renderAnnualReport } from '../../src/print/render-annual-report.js';
import { FORM, dinghaiView } from '../support/print/dinghai.js';
import { payloads } from '../support/print/payloads.js';
import { bodyText, readPdf, withoutSpace } from '../support/print/pdf.js';

const SECRET = 'SECRETCANARY4711';

describe('a hostile document', () => {
  const folder = mkdtempSync(join(tmpdir(), 'print-spec-'));
  const secretFile = join(folder, 'secret.txt');
  const printer = new Printer({ fonts: 'bundled' });
  let listener: Server;
  let address = '';
  let connections = 0;

  beforeAll(async () => {
    writeFileSync(secretFile, SECRET);
    listener = createServer((socket) => {
      connections += 1;
      socket.on('error', () => undefined);
      socket.end(
        `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\nconnection: close\r\n\r\n${SECRET}`,
      );
    });
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    const bound = listener.address();
    if (bound === null || typeof bound === 'string') throw new Error('no port');
    address = `http://127.0.0.1:${bound.port}`;
  });

  afterAll(async () => {
    await printer.close();
    await new Promise((resolve) => listener.close(resolve));
    rmSync(folder, { recursive: true });
  });

  it('is printed as the text it is, when a report carries it: no connection, no file', async () => {
    const hostile = payloads(address, secretFile);
    expect(hostile.length).toBeGreaterThanOrEqual(20);
    const parts = dinghaiView().parts.map((part, at) =>
      at === 5 ? { ...part, text: hostile.map((it) => `攻击${it}。`).join('\n') } : part,
    );
    const html = renderAnnualReport(dinghaiView({ parts }), FORM);
    const text = bodyText(await readPdf(await printer.print(html, '年度报告')));
    for (const payload of hostile) expect(text).toContain(withoutSpace(`攻击${payload}。`));
    expect(text).not.toContain(SECRET);
    expect(connections).toBe(0);
  });

  it('fetches nothing and keeps the document even if a template forgot to escape', async () => {
    const raw = payloads(address, secretFile).filter((it) => !/<\/title>|<!--|@font-face/.test(it));
    const html = `<!doctype html><html lang="zh-CN"><head><title>原文</title></head><body>
      <p>开头的话</p>${raw.join('\n')}<p>结尾的话</p></body></html>`;
    const { pages } = await readPdf(await printer.print(html, '原文'));
    const text = pages.flatMap(({ items }) => items.map((it) => it.text)).join('');
    expect(text).toMatch(/^开头的话.*结尾的话/);
    expect(text).not.toContain(SECRET);
    // A refresh or a prefetch may come late.
    await printer.print(page('再印一份'), '再印');
    expect(connections).toBe(0);
  });

  it('fails rather than print with another font when a document brings its own', async () => {
    const [face = ''] = payloads(address, secretFile).filter((it) => it.includes('@font-face'));
    await expect(printer.print(page(`${face}<p>字</p>`), '字体')).rejects.toThrow(
      '字体无法载入：F',
    );
    expect(connections).toBe(0);
  });
});

describe('Printer', () => {
  const printer = new Printer({ fonts: 'bundled' });
  afterAll(() => printer.close());

  it('prints many documents asked for at once, each with its own words and title', async () => {
    const words = ['甲', '乙', '丙', '丁', '戊'];
    const printed = await Promise.all(words.map((it) => printer.print(page(it), `题${it}`)));
    const read = await Promise.all(printed.map(readPdf));
    expect(read.map(({ title, pages }) => `${title}${pages[0]?.items[0]?.text ?? ''}`)).toEqual(
      words.map((it) => `题${it}${it}`),
    );
  });

  it('prints every hanzi of GB 2312 so that it can be searched, none as a radical or a box', async () => {
    const hanzi = gb2312Hanzi();
    expect(hanzi.length).toBe(6763);
    const pdf = await printer.print(page(`<p>${hanzi}</p><p class="kai">${hanzi}</p>`), '字');
    const read = await readPdf(pdf);
    const text = read.pages.flatMap(({ items }) => items.map((it) => it.text)).join('');
    expect(withoutSpace(text)).toBe(hanzi + hanzi);
    expect([...new Set(read.fonts)].sort()).toEqual([
      'LXGWWenKai-Regular',
      'NotoSerifSCExtraLight-Regular',
    ]);
    expect(read.fontTypes).not.toContain('Type3');
  });

  it('stops at the time limit with the next step, and prints again afterwards', async () => {
    const hasty = new Printer({ fonts: 'bundled', timeoutMs: 3000 });
    try {
      const endless = page('<p>很长的文件</p>'.repeat(200_000));
      await expect(hasty.print(endless, '长')).rejects.toThrow(/打印超过 3 秒.*重试/);
      await expect(hasty.print(page('短'), '短')).resolves.toBeInstanceOf(Uint8Array);
    } finally {
      await hasty.close();
    }
  });

  it('starts a new browser when the old one was killed, and the print still comes out', async () => {
    await printer.print(page('活'), '活');
    browsersOfThisProcess().forEach((pid) => process.kill(pid, 'SIGKILL'));
    const pdf = await readPdf(await printer.print(page('再生'), '再生'));
    expect(pdf.title).toBe('再生');
  });

  it('refuses a font file that is broken, by its use, instead of printing another font', async () => {
    const fontsDir = mkdtempSync(join(tmpdir(), 'fonts-spec-'));
    writeFileSync(join(fontsDir, 'fangsong.ttf'), 'not a font');
    const office = new Printer({ fonts: 'office', fontsDir });
    try {
      const html = renderAnnualReport(dinghaiView(), FORM);
      await expect(office.print(html, '年度报告')).rejects.toThrow('fonts/fangsong.ttf');
    } finally {
      await office.close();
      rmSync(fontsDir, { recursive: true });
    }
  });

  it('leaves no browser profile behind, and prints nothing once closed', async () => {
    const profiles = () => readdirSync(tmpdir()).filter((it) => it.startsWith('gongkai-print-'));
    const before = profiles();
    const once = new Printer({ fonts: 'bundled' });
    await once.print(page('一'), '一');
    expect(profiles().length).toBe(before.length + 1);
    await once.close();
    expect(profiles()).toEqual(before);
    await expect(once.print(page('二'), '二')).rejects.toThrow('已关闭');
  });
});

/** A document that a template might make, in the type of the body. */
function page(words: string): string {
  return `<!doctype html><html lang="zh-CN"><head><style>
    body { font-family: var(--fangsong); font-synthesis: none; overflow-wrap: anywhere }
    .kai { font-family: var(--kai) }
    </style></head><body>${words}</body></html>`;
}

/**
 * The browsers that this test file itself has started: children of this process with a profile of
 * the printer's.
 */
function browsersOfThisProcess(): number[] {
  const pids = readdirSync('/proc').filter((it) => /^\d+$/.test(it));
  const own = pids.filter((pid) => {
    try {
      const parent = /^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return parent === String(process.pid) && command.includes('gongkai-print-');
    } catch {
      // Processes come and go while the list is read.
      return false;
    }
  });
  return own.map(Number);
}

function gb2312Hanzi(): string {
  const decoder = new TextDecoder('gbk');
  const rows = Array.from({ length: 0xf8 - 0xb0 }, (_, row) => row + 0xb0);
  const cells = Array.from({ length: 94 }, (_, cell) => cell + 0xa1);
  const all = rows.flatMap((row) => cells.map((cell) => decoder.decode(Uint8Array.of(row, cell))));
  return all.filter((it) => /^\p{Script=Han}$/u.test(it)).join('');
}

describe('missingGlyphs', () => {
  it('names the characters that no bundled font draws, once each', () => {
    expect(missingGlyphs('䲜字，䲜\n𠮷')).toEqual(['䲜']);
  });

  it('asks the font that the office dropped in, too', () => {
    const font = join(mkdtempSync(join(tmpdir(), 'font-spec-')), 'fangsong.ttf');
    writeFileSync(font, trueTypeOf('䲜'));
    expect(missingGlyphs('䲜\u{f0000}', font)).toEqual(['\u{f0000}']);
    rmSync(dirname(font), { recursive: true });
  });

  it('finds nothing missing in the usual and the rare characters of names', () => {
    expect(missingGlyphs('㛃䶮𠮷𬱖𫖯〇玥喆堃镕曌昇赟翀祎燚犇淼𨱏𬭎鿏㙍劐阢坶“”…—·①ⅣαЖ')).toEqual(
      [],
    );
  });
});

/** A TrueType file that says it has one character: as much of one as the question needs. */
function trueTypeOf(character: string): Buffer {
  const point = character.codePointAt(0)!;
  const font = Buffer.alloc(12 + 16 + 12 + 28);
  font.writeUInt32BE(0x00010000, 0);
  font.writeUInt16BE(1, 4);
  font.write('cmap', 12);
  font.writeUInt32BE(28, 20);
  font.writeUInt32BE(40, 24);
  // One subtable, of format 12, with one group.
  font.writeUInt16BE(1, 30);
  font.writeUInt32BE(12, 36);
  font.writeUInt16BE(12, 40);
  font.writeUInt32BE(1, 52);
  font.writeUInt32BE(point, 56);
  font.writeUInt32BE(point, 60);
  font.writeUInt32BE(1, 64);
  return font;
}
