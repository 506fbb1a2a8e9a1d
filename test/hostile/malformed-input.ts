import type { Chance } from '../support/tamper/random.js';

/** A schema as OpenAPI writes it, as far as the server's own document goes. */
export type Schema = Readonly<{
  $ref?: string;
  type?: string;
  enum?: readonly unknown[];
  format?: string;
  pattern?: string;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  items?: Schema;
  allOf?: readonly Schema[];
  oneOf?: readonly Schema[];
}>;
export type Schemas = Readonly<Record<string, Schema>>;

/** What a client sends, byte for byte. */
export type Sent = Readonly<{
  path: string;
  headers: Readonly<Record<string, string>>;
  body: string | Buffer | undefined;
}>;

export type Operation = Readonly<{
  method: string;
  /** With `{names}` for the parameters. */
  path: string;
  queries: readonly string[];
  body: Schema | undefined;
  /** What kind of body the route takes; JSON where it is not said. */
  type: string;
}>;

/** Texts that programs stumble over, most of them in a database, a path, a page or a number. */
const TEXTS: readonly string[] = [
  ...['', ' ', '\u0000', 'a\u0000b', '\r\n', '\u202e乱', '\ud800', '\udfff\ud800', '\ufeff文'],
  ...['..', '../../etc/passwd', '..\\..\\', '/', '%', '%zz', '%00', '%c0%af', 'C:\\x', '.', '~'],
  ...['null', 'undefined', 'NaN', 'Infinity', '-1', '1e309', '0x10', '007', '９９', '1.5', '-0'],
  ...["' OR 1=1 --", '"; DROP TABLE events; --', '${7*7}', '{{7*7}}', '<script>x</script>', '`id`'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '[object Object]', '[]', '{}'],
  ...['2021-02-30', '0000-00-00', '9999-12-31', '2021-1-1', '2021-13', '20210305', '+275760-09-13'],
  ...['𠮷'.repeat(300), 'a'.repeat(5_000), '长'.repeat(20_000), '\u0301'.repeat(500), '🈚️👨‍👩‍👧'],
];

const ODDITIES: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1.5, 1e308, -1e-308, 2 ** 53, 2 ** 64, [], {}, [[]], [null], [{}]],
  ...[{ length: 3 }, { toString: 1 }, { $ne: null }, { constructor: { prototype: 1 } }, ['a', 'a']],
  Array.from({ length: 2_000 }, () => 'x'),
];

function oddity(chance: Chance): unknown {
  return chance.below(2) === 0 ? chance.pick(TEXTS) : chance.pick(ODDITIES);
}

/** A value that the schema allows, so that what is wrong beside it is looked at. */
function allowed(schema: Schema, schemas: Schemas, chance: Chance, depth = 0): unknown {
  if (schema.$ref !== undefined) {
    const named = schemas[schema.$ref.replace(/^.*\//, '')] ?? {};
    return depth > 5 ? {} : allowed(named, schemas, chance, depth + 1);
  }
  const [first] = schema.allOf ?? schema.oneOf ?? [];
  if (first !== undefined) return allowed(first, schemas, chance, depth + 1);
  if (schema.enum !== undefined) return chance.pick(schema.enum);
  switch (schema.type ?? 'string') {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => schema.required?.includes(name) === true || chance.below(2) === 0)
          .map(([name, inner]) => [name, allowed(inner, schemas, chance, depth + 1)]),
      );
    case 'array':
      return [allowed(schema.items ?? {}, schemas, chance, depth + 1)];
    case 'integer':
    case 'number':
      return chance.below(40);
    case 'boolean':
      return chance.below(2) === 0;
    default:
      if (schema.format === 'date') return `2021-0${String(1 + chance.below(9))}-05`;
      return schema.pattern === undefined ? `甲${String(chance.below(1_000))}` : '2021-03';
  }
}

/** One request of a kind that nobody's own program would send. */
export function malformed(
  { path, queries, body, type }: Operation,
  known: Readonly<Record<string, string>>,
  schemas: Schemas,
  chance: Chance,
): Sent {
  const wrong = chance.below(4);
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    wrong === 0 && chance.below(2) === 0
      ? addressed(chance.pick(TEXTS), chance)
      : encodeURIComponent(known[name] ?? 'x'),
  );
  const query = queries.length > 0 && wrong < 2 ? `?${queryOf(queries, chance)}` : '';
  const key = chance.below(8) === 0 ? { 'Idempotency-Key': 'k'.repeat(1 + chance.below(600)) } : {};
  const file = chance.below(8) === 0 ? { 'File-Name': chance.pick(['%', '%ff%fe', '..%2f']) } : {};
  const headers = { ...key, ...file };
  if (body === undefined && type === JSON_TYPE) {
    return { path: address + query, headers, body: undefined };
  }
  const written = type === JSON_TYPE ? jsonOf(body ?? {}, schemas, chance) : bytesOf(chance);
  const said = chance.below(10) === 0 ? chance.pick(TYPES) : type;
  return { path: address + query, headers: { ...headers, 'Content-Type': said }, body: written };
}

export const JSON_TYPE = 'application/json';
const TYPES = [
  'application/json; charset=utf-16',
  'application/json;charset=x',
  'text/plain',
  'a/b',
];

/** Escaped, or not escaped as it should be. */
function addressed(text: string, chance: Chance): string {
  const short = text.slice(0, 3_000);
  if (chance.below(3) === 0)
    return chance.pick(['%', '%zz', '%ED%A0%80', '%FF', '%00', '..%2f..', '.']);
  return encodeURIComponent(short.toWellFormed());
}

function queryOf(names: readonly string[], chance: Chance): string {
  const name = chance.pick(names);
  const value = addressed(chance.pick(TEXTS), chance);
  return chance.pick([
    `${name}=${value}`,
    `${name}=${value}&${name}=${value}`,
    `${name}[]=${value}`,
    `${name}[__proto__]=${value}`,
    name,
    `__proto__[x]=1&${name}=${value}`,
    `${'&'.repeat(50)}${name}=${value}`,
    `unheard=${value}`,
  ]);
}

function jsonOf(schema: Schema, schemas: Schemas, chance: Chance): string | Buffer {
  const right = allowed(schema, schemas, chance);
  switch (chance.below(8)) {
    case 0:
      return JSON.stringify(oddity(chance));
    case 1:
      return chance.pick([
        '{',
        '{"a":',
        '\ufeff{}',
        '{}{}',
        "{'a':1}",
        '{"a":1,}',
        '[1,',
        'nul',
        '"',
      ]);
    case 2:
      return `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
    case 3:
      return Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]);
    default:
      return JSON.stringify(spoilt(right, chance)).replace(
        '"__proto":',
        chance.below(2) === 0 ? '"__proto__":' : '"__proto":',
      );
  }
}

/** The same with one thing wrong in it, however deep. */
function spoilt(value: unknown, chance: Chance): unknown {
  if (Array.isArray(value) && value.length > 0 && chance.below(2) === 0) {
    return value.map((inner) => spoilt(inner, chance));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return oddity(chance);
  const entries = Object.entries(value);
  const at = chance.below(entries.length + 2);
  if (at >= entries.length)
    return { ...value, [chance.pick(['__proto', 'constructor', 'x'])]: oddity(chance) };
  return Object.fromEntries(
    entries.flatMap(([name, inner], where) => {
      if (where !== at) return [[name, inner]];
      return chance.below(5) === 0 ? [] : [[name, spoilt(inner, chance)]];
    }),
  );
}

function bytesOf(chance: Chance): Buffer {
  const heads = [
    '',
    'PK\u0003\u0004',
    '%PDF-1.7',
    '登记编号,收到日期\n',
    '\ufeff"',
    '\0\0',
    '<?xml ',
  ];
  const tail = Buffer.from(Array.from({ length: chance.below(400) }, () => chance.below(256)));
  return Buffer.concat([Buffer.from(chance.pick(heads)), tail]);
}
