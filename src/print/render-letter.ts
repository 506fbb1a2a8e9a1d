import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Eta } from 'eta';
import type { Letter } from '../words/letters/letter.js';
import type { SignedCheckpoint } from '../ledger/transparency/transparency.js';
import { TEMPLATES_FOLDER } from '../annual-reports/form-layout.js';
import { checkpointStyle, printedCheckpoint } from './printed-checkpoint.js';

export type RenderedAs = Readonly<{ preview: boolean; checkpoint: SignedCheckpoint | null }>;

/** 文书 as one HTML document that stands alone, on the page of the report (GB/T 9704—2012). */
export function renderLetter(
  letter: Letter,
  { preview, checkpoint }: RenderedAs,
  templates = TEMPLATES_FOLDER,
): string {
  const styles = [join('annual-report', 'report.css'), join('letters', 'letter.css')];
  const css = styles.map((file) => readFileSync(join(templates, file), 'utf8')).join('\n');
  const eta = new Eta({ views: templates, autoEscape: true });
  return eta.render('./letters/letter', {
    css: checkpoint === null ? css : css + checkpointStyle(templates),
    documentTitle: documentTitle(letter),
    preview,
    sheets: letter.sheets,
    checkpoint: checkpoint && printedCheckpoint(checkpoint),
  });
}

export function documentTitle({ sheets: [first] }: Letter): string {
  return first.title.join('') + (first.documentNumber ?? '');
}
