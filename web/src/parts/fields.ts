/** One choice of a field. Those with the same group stand together. */
export type Choice = Readonly<{ value: string; label: string; group?: string }>;

/** One question of a form. */
export type Field = Readonly<{
  /** As the server calls it. */
  name: string;
  label: string;
  kind: 'date' | 'month' | 'text' | 'long' | 'number' | 'choice' | 'choices' | 'yes';
  choices?: readonly Choice[];
  optional?: boolean;
  /** Under the label: what to write, in one sentence. */
  help?: string;
  /** What stands there at first. */
  initial?: string;
  /** Whether it is asked at all, by what was answered before. */
  asked?: (values: Values) => boolean;
}>;

/** Everything typed is text until it is sent; several choices are joined by a comma. */
export type Values = Readonly<Record<string, string>>;

export function emptyOf(fields: readonly Field[]): Values {
  return Object.fromEntries(fields.map(({ name, initial = '' }) => [name, initial]));
}

export function isAsked({ asked }: Field, values: Values): boolean {
  return asked === undefined || asked(values);
}

/** What the server is sent: what was left empty is left out. */
export function bodyOf(fields: readonly Field[], values: Values): Record<string, unknown> {
  return Object.fromEntries(
    fields
      .filter((field) => isAsked(field, values) && isGiven(field, values[field.name] ?? ''))
      .map((field) => [field.name, sentAs(field, values[field.name] ?? '')]),
  );
}

/** What is not ticked was answered with no. */
function isGiven({ kind }: Field, value: string): boolean {
  return kind === 'yes' || value.trim() !== '';
}

function sentAs({ kind }: Field, value: string): unknown {
  if (kind === 'number') return Number(value);
  if (kind === 'choices') return value.split(',');
  return kind === 'yes' ? value === 'true' : value.trim();
}

/** 必填 and left empty. */
export function missingIn(fields: readonly Field[], values: Values): readonly Field[] {
  return fields.filter(
    (field) =>
      field.optional !== true &&
      field.kind !== 'yes' &&
      isAsked(field, values) &&
      (values[field.name] ?? '').trim() === '',
  );
}

/** Today on the clocks of the office, `YYYY-MM-DD`. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}
