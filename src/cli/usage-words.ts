import type { CommanderError } from 'commander';

/** What the sentence says, by Commander's code; the words it put in quotes are handed in. */
const WORDS: Readonly<Record<string, (quoted: readonly string[]) => string>> = {
  'commander.help': () => '没有写命令',
  'commander.unknownCommand': ([command = '']) => `没有“${command}”这个命令`,
  'commander.unknownOption': ([option = '']) => `没有“${option}”这个选项`,
  'commander.missingArgument': ([argument = '']) => `缺少“${argument}”`,
  'commander.excessArguments': ([command = '']) => `“${command}”后面写的太多`,
  'commander.missingMandatoryOptionValue': ([option = '']) => `缺少选项“${option}”`,
  'commander.optionMissingArgument': ([option = '']) => `选项“${option}”后面缺少内容`,
};

/** The sentence for a command line that Commander could not read; its own ones are English. */
export function usageWords({ code, message }: CommanderError): string {
  const quoted = Array.from(message.matchAll(/'([^']*)'/g), ([, word = '']) => word);
  const [, meant] = /Did you mean (?:one of )?([^?]+)\?/.exec(message) ?? [];
  const what = (WORDS[code] ?? (() => notTaken(message, quoted)))(quoted);
  const guess = meant === undefined ? '' : `，是不是“${meant}”`;
  return `${what}${guess}。用 gongkai --help 看用法。`;
}

/** A value that its reader refused; the reader's own words are Chinese. */
function notTaken(message: string, quoted: readonly string[]): string {
  const why = message
    .slice(message.lastIndexOf('. ') + 2)
    .replace(
      /^Allowed choices are (.*)\.$/,
      (_, choices: string) => `不在其中，请写${choices.split(', ').join('、')}之一`,
    )
    .replace(/。$/, '');
  const [first = '', second = ''] = quoted;
  const [value, name] = first.startsWith('-') ? [second, first] : [first, second];
  return `“${name}”的“${value}”${why}`;
}
