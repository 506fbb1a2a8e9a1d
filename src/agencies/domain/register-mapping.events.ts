import type { Event } from '../../kernel/decider.js';

/** 台账: the registers that are taken in from files. */
export const REGISTER_KINDS = ['requests', 'appeals', 'publications', 'counts'] as const;
export type RegisterKind = (typeof REGISTER_KINDS)[number];

/** 列名和用词对照: how an office's own register says what is said here. */
export type RegisterMapping = Readonly<{
  /** What a column is called here, by its heading in the file. */
  columns: Readonly<Record<string, string>>;
  /** What is said here in a column, by what the file says in it. */
  values: Readonly<Record<string, Readonly<Record<string, string>>>>;
}>;

/** 台账对照已确定: holds for every later file of that register, until there is another. */
export type RegisterMapped = Event<
  'RegisterMapped',
  { agencyId: string; register: RegisterKind } & RegisterMapping
>;

/** A register that says everything as it is said here. */
export const NO_MAPPING: RegisterMapping = { columns: {}, values: {} };

export const NO_MAPPINGS: ReadonlyMap<RegisterKind, RegisterMapping> = new Map();
