// Reads PDF files and prints what the tests ask of each as a line of JSON. A program of its own, because pdfjs-dist
// is ESM only.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const POINTS_PER_MM = 72 / 25.4;
const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

for (const path of process.argv.slice(2)) {
  console.log(JSON.stringify(await read(readFileSync(path))));
}

async function read(bytes) {
  const pdf = await getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: join(folder, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(folder, 'standard_fonts/'),
    verbosity: 0,
  }).promise;

  const pages = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const [, , width, height] = page.view.map((it) => it / POINTS_PER_MM);
    pages.push({ width, height, items: items.filter(({ str }) => str.trim() !== '').map(itemOf) });
  }

  const { info } = await pdf.getMetadata();
  const file = bytes.toString('latin1');
  const names = (key) => [...new Set([...file.matchAll(key)].map((it) => it[1]))].sort();
  return {
    title: info.Title,
    lang: info.Language ?? null,
    tagged: (await pdf.getMarkInfo())?.Marked === true,
    outline: outlineOf((await pdf.getOutline()) ?? []),
    fonts: names(/\/FontName\s*\/([A-Za-z0-9+-]+)/g).map((it) => it.replace(/^[A-Z]{6}\+/, '')),
    fontTypes: names(/\/Subtype\s*\/(Type\d|TrueType|CIDFontType\d)\b/g),
    pages,
  };
}

/** Millimetres from the upper left corner; y is the base line. */
function itemOf({ str, transform, width, height }) {
  const [, , , , x, y] = transform;
  return {
    text: str,
    left: x / POINTS_PER_MM,
    right: (x + width) / POINTS_PER_MM,
    y: 297 - y / POINTS_PER_MM,
    size: height,
  };
}

function outlineOf(items) {
  return items.map(({ title, items: below }) => ({ title, items: outlineOf(below) }));
}
