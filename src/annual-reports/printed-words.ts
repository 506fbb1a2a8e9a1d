import type { CountedReport } from './counted-report.js';
import { defaultText } from './default-text.js';
import { REPORT_PARTS, type PrintedWords } from './domain/annual-report.events.js';
import { bindFigures, namedFigures } from './named-figures.js';
import { formOf } from '../../projections/forms/forms.js';

/** The words as they go to paper, and the names in them that no figure answers to. */
export function printedWords(
  annual: CountedReport,
): Readonly<{ words: PrintedWords; unknown: readonly string[] }> {
  const { agency, year, report, edition } = annual;
  if (edition !== null) return { words: edition.words, unknown: [] };
  const text = report.text ?? defaultText(year);
  const named = namedFigures(annual);
  const unknown = new Set<string>();
  const bind = (words: string): string => {
    const bound = bindFigures(words, named);
    for (const name of bound.unknown) unknown.add(name);
    return bound.text;
  };
  const words = {
    title: [`${String(year)}年${agency.shortName}`, '政府信息公开工作年度报告'],
    preamble: bind(text.preamble),
    parts: REPORT_PARTS.map((part) => ({
      heading: formOf(year).headings[part],
      text: bind(text.parts[part]),
    })),
    signature: { agency: agency.name, date: text.signedOn },
  };
  return { words, unknown: [...unknown] };
}
